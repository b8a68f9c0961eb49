import type { Words } from '../../words/format.ts';

/** What IAM refuses when a document is handed in. */
const errors = {
  'not-json': 'The text is not JSON.',
  'not-object': 'A policy document is one JSON object.',
  'member-twice': 'The member {member} stands here twice.',
  'member-unknown': 'The policy language has no element {member} here.',
  'member-case': 'The element is written {expected}, in this case.',
  'version': 'Version is neither 2012-10-17 nor 2008-10-17.',
  'version-control': 'A resource control policy needs the Version 2012-10-17.',
  'id-type': 'Id is text.',
  'statement-missing': 'There is no Statement.',
  'statement-empty': 'The list of statements is empty.',
  'statement-type': 'A statement is an object.',
  'sid-type': 'Sid is text.',
  'sid-characters': 'Sid has letters A-Z, a-z and digits only.',
  'sid-twice': 'The Sid {sid} stands on another statement too.',
  'effect-missing': 'There is no Effect.',
  'effect': 'Effect is Allow or Deny, in this case.',
  'effect-control': 'A resource control policy denies only.',
  'element-missing': 'There is neither {element} nor Not{element}.',
  'element-both': 'Both {element} and Not{element} are given.',
  'element-forbidden': 'This kind of policy takes no {element}.',
  'element-type': '{element} is text or a list of texts.',
  'element-empty': '{element} is an empty list.',
  'action-vendor': 'An action is *, or a service prefix, a colon and a name.',
  'action-colons': 'An action has one colon.',
  'action-vendor-characters': 'The service prefix {vendor} has characters that a prefix cannot have.',
  'action-name': 'No name follows the service prefix.',
  'action-control': 'A resource control policy names the service: * alone is refused.',
  'action-trust': 'A trust policy allows actions of AWS STS that assume a role, no others.',
  'resource-form': 'A resource is * or an ARN.',
  'resource-partition': '{partition} is no partition.',
  'resource-service': 'The service of the ARN is missing or has a wildcard.',
  'resource-short': 'The ARN lacks parts.',
  'resource-region': 'An ARN of {service} has no Region.',
  'resource-iam-path': 'The resource of an IAM ARN is * or starts with its type, such as role/.',
  'principal-type': 'The element is "*", or an object of principals by type.',
  'principal-text': 'As plain text only "*" is a principal.',
  'principal-key': '{type} is no type of principal.',
  'principal-empty': 'No principal is named.',
  'principal-value': 'A principal is text.',
  'principal-wildcard': 'A wildcard cannot stand for part of a principal.',
  'principal-form': 'An AWS principal is an account id, an ARN of an account, user, role or session, or a unique id.',
  'principal-service': 'A service principal is a host name, such as ec2.amazonaws.com.',
  'principal-federated': 'A federated principal is a domain name, or the ARN of a SAML or OpenID Connect provider.',
  'principal-control': 'The principal of a resource control policy is "*".',
  'condition-type': 'Condition is an object of operators.',
  'condition-keys-type': 'An operator holds an object of condition keys.',
  'condition-operator': 'There is no condition operator {operator}.',
  'condition-null-if-exists': 'Null takes no IfExists.',
  'condition-value-type': 'A condition value is text, a number, true, false, or a list of these.',
  'condition-date': 'The value is no date.',
  'condition-number': 'The value is no number.',
  'condition-address': 'The value is no IP address or range.',
  'size': 'The document has {size} characters without white space, more than {limit}.',
} as const;

/** What IAM takes and nobody means, or what may be refused. */
const warnings = {
  'version-missing': 'Without Version the language is that of 2008-10-17: no variables, and no managed policy may be made of it.',
  'version-old': 'In the language of 2008-10-17 there are no variables, and no managed policy may be made of it.',
  'sid-unusual': 'Sid has characters that some services refuse.',
  'sid-again': 'The Sid {sid} stands on another statement too.',
  'action-any-service': 'The name is looked for in every service.',
  'action-characters': 'The name has characters that no action has.',
  'action-unknown': 'The action data knows no such action.',
  'action-trust-unusual': 'Assuming a role is usually allowed by name.',
  'resource-missing': 'There is no Resource: few services take such a policy.',
  'resource-unusual': 'The resource is no ARN of the usual form.',
  'resource-open-end': 'The ARN lacks parts: it fits only because it ends so.',
  'resource-space': 'The resource has white space.',
  'resource-account': '{account} is no account id.',
  'not-principal-allow': 'An Allow with NotPrincipal lets in everybody else, anonymous callers too.',
  'not-principal-trust': 'AWS no longer documents NotPrincipal in trust policies.',
  'principal-unusual': 'The principal has an unusual form.',
  'variable-form': 'A variable is not closed, or empty.',
  'variable-version': 'Variables are replaced only under Version 2012-10-17.',
  'condition-operator-empty': 'No operator has this name; it tests nothing.',
  'condition-operator-case': 'The operator is usually written {expected}.',
  'condition-key-form': 'A condition key is a prefix, a colon and a name.',
  'condition-key-unknown': 'No service has condition keys with the prefix {prefix}.',
  'condition-key-again': 'The key stands under this operator in another case too.',
  'condition-values-empty': 'The list of values is empty.',
  'condition-boolean': 'The value is neither true nor false.',
  'condition-base64': 'The value is not base64.',
  'condition-arn': 'The value is no ARN.',
  'size-quota': 'The document has {size} characters without white space; the quota of the smallest holder is {limit}.',
} as const;

/** What is said of a problem, by its id. */
export const problemWords = { ...errors, ...warnings } satisfies Words;

export type ErrorId = keyof typeof errors;
export type WarningId = keyof typeof warnings;
export type ProblemId = ErrorId | WarningId;

export function isError(id: ProblemId): id is ErrorId {
  return Object.hasOwn(errors, id);
}
