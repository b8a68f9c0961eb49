import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, policyNames } from '../engine/verdict.ts';

export default defineRule({
  id: 'principal-broad-data-access',
  title: 'Read access to all data',
  description:
    'No principal in scope may read the contents of data stores on all resources. AWS’s ReadOnlyAccess does: it reads objects, tables, queues, parameters and logs, not only settings. Judged by what is granted: a renamed copy counts the same.',
  severity: 'medium',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html', 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ViewOnlyAccess.html'],
  options: {},
  inputs: ['principals'],
  messages: {
    broad: { text: '{policies}: the data of {count} {count|service|services} can be read on all resources: {services}.', key: ['policies'] },
    unknown: { text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'Attach ViewOnlyAccess, or a policy that lists what the function must see; allow data reads on named resources only.',
    cli: 'aws iam detach-user-policy --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess … and attach a policy of your own',
    terraform: 'Replace the attachment of ReadOnlyAccess by an aws_iam_policy that names what is read.',
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: ({ policies: granted, analysis, at }) => {
    const { services, quotes, unknown } = analysis.broadDataAccess;
    if (services.length > 0) return fail('broad', { policies: policyNames(quotes), services, count: services.length }, { evidence: [at], quotes });
    if (granted === null) return notEvaluated('missing', 'no-policies');
    return unknown.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] }) : pass;
  },
});
