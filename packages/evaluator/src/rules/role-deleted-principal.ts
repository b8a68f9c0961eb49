import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, isDeleted, namesOf, unreadableWays } from '../facts/trust.ts';

export default defineRule({
  id: 'role-deleted-principal',
  title: 'No deleted principals in trust policies',
  description:
    'No trust policy in scope names a user or role that was deleted since. IAM then shows its unique id instead of the ARN. Nobody can come in by it, not even one of the same name; it says that the policy is not looked after.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids'],
  options: {},
  inputs: ['trust'],
  messages: {
    deleted: { outcome: 'fail', text: 'The trust policy names {count} {count|principal|principals} deleted since: {ids}.', key: ['ids'] },
    unreadable: { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console: 'IAM, Roles, the role, Trust relationships, Edit trust policy: remove the entry that starts with AIDA or AROA.',
    cli: [
      '# trust.json without the entry that starts with AIDA or AROA:',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: '# Apply once more: Terraform writes the ARNs that the trust policy should name. Remove those of principals that are gone.',
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    if (!role.ways.some((way) => way.kind === 'principal')) return notApplicable;
    const deleted = role.ways.filter(isDeleted);
    const ids = namesOf(deleted);
    return ids.length > 0 ? fail('deleted', { count: ids.length, ids }, backingOf(role, deleted)) : pass;
  },
});
