import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

const options = { youngDays: 90 } as const;

export default defineRule({
  id: 'principal-unused-service',
  title: 'Services granted are used',
  description:
    'A principal in scope attempted each service that its policies grant, in the time that IAM tracks (up to 400 days). An attempt is no proof of use: denied ones count too. IAM tracks what identity policies grant, and does not weigh boundaries and service control policies. Principals younger than 90 days are left time.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html'],
  options,
  inputs: ['principals', 'serviceUse', 'times'],
  messages: {
    'unused': {
      outcome: 'fail',
      text: '{count} of {total} services granted were not attempted in the time that IAM tracks: {services}.',
    },
    'no-job': { outcome: 'notEvaluated', text: 'Which services it attempted is not in the data.' },
    'unnamed': {
      outcome: 'notEvaluated',
      text: 'Which services it attempted is not in the data. {count} {count|answer of IAM does|answers of IAM do} not say whose they are: add the member Arn to each.',
    },
  },
  weighsGaps: true,
  remediation: {
    console: 'IAM, the user or role, Last Accessed: remove from its policies the services that it does not need.',
    cli: [
      'aws iam generate-service-last-accessed-details --arn <ARN of the user or role>',
      'aws iam get-service-last-accessed-details --job-id <job id>',
      '# Take the services out of the policy, then:',
      'aws iam create-policy-version --policy-arn <policy> --policy-document file://policy.json --set-as-default',
    ].join('\n'),
    terraform: '# Take the services out of the aws_iam_policy_document that the aws_iam_policy is made from, and apply.',
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: ({ arn }, { serviceUse: { byArn, unnamed }, times: { asOf } }) => {
    const use = byArn.get(arn);
    if (!use) return unnamed > 0 ? notEvaluated('missing', 'unnamed', { count: unnamed }) : notEvaluated('missing', 'no-job');
    const { granted, unused, created, completed, at } = use;
    const until = completed ?? asOf;
    const young = created !== undefined && until !== null && ageInDays(created, until) < options.youngDays;
    if (granted.length === 0 || young) return notApplicable;
    return unused.length === 0 ? pass : fail('unused', { count: unused.length, total: granted.length, services: [...unused] }, { evidence: [at] });
  },
});
