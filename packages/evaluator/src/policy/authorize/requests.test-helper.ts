import { authorize, type Authorization, type AuthorizationRequest } from './index.ts';

export const account = '111122223333';
export const partner = '444455556666';
export const root = `arn:aws:iam::${account}:root`;
export const ana = `arn:aws:iam::${account}:user/team/ana`;
export const role = `arn:aws:iam::${account}:role/deploy`;
export const session = `arn:aws:sts::${account}:assumed-role/deploy/ci`;
export const federated = `arn:aws:sts::${account}:federated-user/ana`;
export const guest = `arn:aws:iam::${partner}:user/guest`;
export const bucket = 'arn:aws:s3:::bucket';
export const object = `${bucket}/key`;
export const key = `arn:aws:kms:eu-west-1:${account}:key/1234`;

type Members = Record<string, unknown>;

export const doc = (...statements: Members[]) => ({ Version: '2012-10-17', Statement: statements });
export const old = (...statements: Members[]) => ({ Version: '2008-10-17', Statement: statements });
export const allow = (Action: unknown = '*', Resource: unknown = '*', more: Members = {}) => ({ Effect: 'Allow', Action, Resource, ...more });
export const deny = (Action: unknown = '*', Resource: unknown = '*', more: Members = {}) => ({ Effect: 'Deny', Action, Resource, ...more });
/** A statement of a resource policy. */
export const to = (Principal: unknown, more: Members = {}) => ({ Effect: 'Allow', Principal, Action: '*', Resource: '*', ...more });
export const aws = (...AWS: string[]) => ({ AWS });
/** A statement of a trust policy: without Resource. */
export const trust = (Principal: unknown, more: Members = {}) => ({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more });
export const full = doc(allow());
export const nothing = doc(allow('nothing:AtAll'));

/** A request of which everything is known: whatever is not given is not there. */
export function ask(request: Partial<AuthorizationRequest>): Authorization {
  return authorize({
    principal: ana,
    action: 's3:GetObject',
    resource: object,
    identityPolicies: 'none',
    permissionsBoundary: 'none',
    resourcePolicy: 'none',
    sessionPolicies: 'none',
    serviceControlPolicies: 'none',
    resourceControlPolicies: 'none',
    contextComplete: true,
    ...request,
  });
}

export function decide(request: Partial<AuthorizationRequest>): string {
  return ask(request).decision;
}

/** Whether a statement with these elements matches, in an identity policy that holds nothing else. `null`: without Version. */
export function matches(statement: Members, request: Partial<AuthorizationRequest> = {}, version: string | null = '2012-10-17'): string {
  const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }];
  const identityPolicies = version === null ? { Statement } : { Version: version, Statement };
  return ask({ identityPolicies, ...request }).statements[0]?.match ?? 'unreadable';
}
