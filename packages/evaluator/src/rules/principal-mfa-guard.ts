import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';

export default defineRule({
  id: 'principal-mfa-guard',
  title: 'Conditions on MFA bind access keys',
  description:
    'Where a policy of a user in scope asks for MFA, it asks for it of access keys too. A request by an access key does not send aws:MultiFactorAuthPresent at all: a Deny that tests it with Bool does not match, and an Allow that tests it with BoolIfExists does. Roles are not judged: their sessions always send the key.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent'],
  options: {},
  inputs: ['principals'],
  messages: {
    'loose': { outcome: 'fail', text: '{policies} {count|asks|ask} for MFA in a way that access keys slip past.', key: ['policies'] },
    'no-policies': { outcome: 'notEvaluated', text: 'Whether a policy asks for MFA cannot be told: which policies it has is not in the data.' },
    'unknown': { outcome: 'notEvaluated', text: 'Whether a policy asks for MFA cannot be told. Not in the data, or not readable: {policies}.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: in the Deny, test aws:MultiFactorAuthPresent with BoolIfExists; in an Allow, with Bool.',
    cli: [
      '# In the Deny: "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}',
      'aws iam create-policy-version --policy-arn <policy> --policy-document file://policy.json --set-as-default',
    ].join('\n'),
    terraform: [
      'condition {',
      '  test     = "BoolIfExists" # in a Deny; Bool in an Allow',
      '  variable = "aws:MultiFactorAuthPresent"',
      '  values   = ["false"]',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope && principal.type === 'user'),
  evaluate: ({ analysis, policies: granted, at }) => {
    const { loose, strict, unknown } = analysis.mfaGuards;
    if (loose.length > 0) {
      const policies = policyNames(loose);
      return fail('loose', { policies, count: policies.length }, { evidence: [at], quotes: quoted(loose) });
    }
    if (granted === null) return notEvaluated('missing', 'no-policies');
    if (unknown.length > 0) return notEvaluated('unresolved', 'unknown', { policies: [...unknown] }, { evidence: [at] });
    return strict ? pass : notApplicable;
  },
});
