import type { WayIn } from '@iam-dossier/core/assessment';
import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, manual, notEvaluated, pass } from '../engine/verdict.ts';
import { accessOfEmergency } from '../rule-parts/break-glass.ts';

const options = { unusedDays: 90 } as const;

export default defineRule({
  id: 'principal-break-glass',
  title: 'Break-glass access is guarded, unused and watched',
  description:
    'A principal is break-glass only when the engagement declares it, of whatever party; then it is checked. Nobody comes in without MFA and no access key opens it; it was not used in 90 days; and something tells of its use. Whether an identity provider asks for MFA, and whether an alarm is set, IAM does not show: the first is for a person to say, the second is declared under principals[].alarm.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_emergency_process.html'],
  options,
  inputs: ['identities', 'users', 'trust', 'times'],
  messages: {
    'without-mfa': { outcome: 'fail', text: 'Declared as break-glass; it can be used without MFA, by {ways}.', key: ['ways'] },
    'access-key': { outcome: 'fail', text: 'Declared as break-glass; {count} active access {count|key opens|keys open} it.' },
    'used': { outcome: 'fail', text: 'Declared as break-glass; it was used {days} days before {asOf}. The limit is {limit}.' },
    'mfa-unknown': { outcome: 'notEvaluated', text: 'Declared as break-glass; whether it can be used without MFA is not in the data.' },
    'use-unknown': { outcome: 'notEvaluated', text: 'Declared as break-glass; when it was last used is not in the data, or cannot be counted.' },
    'provider-mfa': {
      outcome: 'manual',
      text: 'Declared as break-glass; people come by {ways}. Say whether MFA is asked for there.',
      key: ['ways'],
    },
    'alarm': { outcome: 'manual', text: 'Declared as break-glass; nobody declared what tells of its use.' },
  },
  remediation: {
    console:
      'Require MFA in the role’s trust policy, or a hardware device on the user; delete its access keys; set an alarm on its use in the trail, and declare it under principals[].alarm in the engagement.',
    cli: [
      '# trust.json: "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
      'aws events put-rule --name break-glass-used --event-pattern file://assume-role-of-break-glass.json',
      'aws events put-targets --rule break-glass-used --targets Id=1,Arn=<topic ARN>',
    ].join('\n'),
    terraform: [
      'resource "aws_cloudwatch_event_rule" "break_glass" {',
      '  event_pattern = jsonencode({',
      '    source = ["aws.sts"]',
      '    detail = {',
      '      eventName         = ["AssumeRole"]',
      '      requestParameters = { roleArn = [aws_iam_role.break_glass.arn] }',
      '    }',
      '  })',
      '}',
    ].join('\n'),
  },
  subjects: ({ identities, users, trust }) => {
    const declared = new Set([...identities].filter(([, { identity }]) => identity.kind === 'breakGlass').map(([subject]) => subject));
    if (declared.size === 0) return [];
    return [...users, ...trust].filter(({ subject }) => declared.has(subject)).map(accessOfEmergency);
  },
  evaluate: ({ subject, open, keys, mfa, unreadable, providers, used, usesWhole, evidence }, { identities, times: { asOf } }) => {
    const at = { evidence };
    if (open.length > 0) return fail('without-mfa', { ways: namesOf(open) }, at);
    if (keys > 0) return fail('access-key', { count: keys }, at);
    const days = used.state === 'known' && asOf !== null ? ageInDays(used.at, asOf) : null;
    if (days !== null && asOf !== null && days < options.unusedDays) return fail('used', { days, asOf, limit: options.unusedDays }, at);
    if (unreadable || mfa === 'unknown') return notEvaluated('missing', 'mfa-unknown', {}, at);
    if (!usesWhole || (used.state === 'known' && days === null)) return notEvaluated('missing', 'use-unknown', {}, at);
    if (providers.length > 0) return manual('provider-mfa', { ways: namesOf(providers) }, at);
    return identities.get(subject)?.alarm === true ? pass : manual('alarm', {}, at);
  },
});

function namesOf(ways: readonly Pick<WayIn, 'from'>[]): string[] {
  return [...new Set(ways.map((way) => way.from))].sort();
}
