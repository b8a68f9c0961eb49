import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, manual, notEvaluated, pass } from '../engine/verdict.ts';

const options = { recentDays: 90, everydayDays: 1 } as const;

export default defineRule({
  id: 'root-use',
  title: 'Use of the root user',
  description:
    'The root user is for the few tasks that nothing else can do, not for daily work. AWS tells the last use of its password and keys, not how often: use within a day of the reading fails, and so does a key used within 90 days; a sign-in within 90 days needs a word on what it was for. The credential report can be four hours old, and knows uses since 2014 of the password and since 2015 of keys. A supporting fact of ACCT-002; ACCT-001 asks when the root user is used.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
  options,
  inputs: ['rootUse', 'times'],
  messages: {
    'everyday': {
      outcome: 'fail',
      text: 'The root user was in use when the account was read: its {credential} was last used {days} {days|day|days} before {asOf}.',
      key: ['credential'],
    },
    'key': {
      outcome: 'fail',
      text: 'An access key of the root user is in use: {credential} was last used {days} days before {asOf}.',
      key: ['credential'],
    },
    'recent': {
      outcome: 'manual',
      text: 'The root user last signed in {days} days before {asOf}. Say for which task, and that nothing else could do it.',
    },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Ages cannot be counted: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'When the root user was last used is not in the data: {credentials}.' },
  },
  remediation: {
    console:
      'Do daily work in a role. Keep the root user for the tasks that AWS lists for it, write down who may use it and when, and delete its access keys under Security credentials.',
    cli: [
      '# Which tasks it was used for, by CloudTrail, in us-east-1:',
      'aws cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=Username,AttributeValue=root',
    ].join('\n'),
    terraform: [
      '# Be told of each use. Sign-in events of the root user are sent to us-east-1.',
      'resource "aws_cloudwatch_event_rule" "root_use" {',
      '  event_pattern = jsonencode({ detail = { userIdentity = { type = ["Root"] } } })',
      '}',
    ].join('\n'),
  },
  subjects: ({ rootUse }) => [rootUse],
  evaluate: ({ uses }, { times: { asOf } }) => {
    const dated = uses.flatMap(({ used, ...use }) => (used.state === 'known' ? [{ ...use, at: used.at }] : []));
    const unknown = uses.filter(({ used }) => used.state === 'unknown').map(({ credential }) => credential);
    if (dated.length > 0 && asOf === null) return notEvaluated('missing', 'no-time', {}, { evidence: dated.flatMap(({ evidence }) => evidence) });
    const aged = dated.map((use) => ({ ...use, days: asOf === null ? 0 : Math.max(0, ageInDays(use.at, asOf)) })).sort((a, b) => a.days - b.days);
    const key = aged.find(({ credential, days }) => credential !== 'password' && days <= options.recentDays);
    const [last] = aged;
    const tell = ({ credential, days }: { credential: string; days: number }) => ({ credential, days, asOf });
    if (last && last.days <= options.everydayDays) return fail('everyday', tell(last), { evidence: last.evidence });
    if (key) return fail('key', tell(key), { evidence: key.evidence });
    if (last && last.days <= options.recentDays) return manual('recent', { days: last.days, asOf }, { evidence: last.evidence });
    return unknown.length > 0 ? notEvaluated('missing', 'unknown', { credentials: unknown }) : pass;
  },
});
