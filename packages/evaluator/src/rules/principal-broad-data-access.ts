import type { Quote } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';

const MOST_NAMED = 8;
/** Services whose data every reader knows of: named and quoted before the others. */
const wellKnown: readonly string[] = ['s3', 'dynamodb', 'secretsmanager', 'ssm', 'sqs', 'logs'];
const serviceOf = ({ text }: Quote) => text.slice(0, text.indexOf(':'));
const groupOf = (quote: Quote) => `${quote.document} ${serviceOf(quote)}`;
const rankOf = (quote: Quote) => [...wellKnown, serviceOf(quote)].indexOf(serviceOf(quote));

export default defineRule({
  id: 'principal-broad-data-access',
  title: 'No read access to all data',
  description:
    'No principal in scope may read the contents of data stores on all resources. AWS’s ReadOnlyAccess does: it reads objects, tables, queues, parameters and logs, not only settings. Judged by what is granted: a renamed copy counts the same.',
  severity: 'medium',
  weight: 'criterion',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ViewOnlyAccess.html',
  ],
  options: {},
  inputs: ['principals'],
  messages: {
    'broad': {
      outcome: 'fail',
      text: '{policies}: {lines} {lines|line lets|lines let} the data of {count} {count|service|services} be read on all resources, such as {services}.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'Attach ViewOnlyAccess, or a policy that lists what the function must see; allow data reads on named resources only.',
    cli: [
      '# The same for a role or group: attach-role-policy, attach-group-policy, …',
      'aws iam attach-user-policy --user-name <user> --policy-arn arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
      'aws iam detach-user-policy --user-name <user> --policy-arn <broad policy>',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "reader" {',
      '  statement {',
      '    actions   = ["s3:GetObject"]',
      '    resources = ["arn:aws:s3:::<bucket>/<prefix>/*"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: ({ policies: granted, analysis, at }) => {
    const { services, quotes, unknown } = analysis.broadDataAccess;
    if (services.length > 0) {
      const named = [...wellKnown.filter((service) => services.includes(service)), ...services.filter((service) => !wellKnown.includes(service))];
      const data = { policies: policyNames(quotes), lines: quotes.length, count: services.length, services: named.slice(0, MOST_NAMED) };
      return fail('broad', data, { evidence: [at], quotes: quoted(quotes, groupOf, rankOf) });
    }
    if (granted === null) return notEvaluated('missing', 'no-policies');
    return unknown.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] }) : pass;
  },
});
