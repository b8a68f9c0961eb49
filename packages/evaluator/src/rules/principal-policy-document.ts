import type { RefusedDocument } from '../facts/refused-documents.ts';
import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

/** So many documents are told of in a sentence; all are counted. */
const MOST_TOLD = 3;

export default defineRule({
  id: 'principal-policy-document',
  title: 'Policy documents that IAM accepts',
  description:
    'Every policy document in force on a user or role, its trust policy and permissions boundary among them, is in the data and is one that IAM takes. IAM refuses a document that breaks the grammar of its policy language, so one in an export was changed on its way, or was never IAM’s. What it stands for is not known: no other rule passes on it. The guide on policy documents lists the ids.',
  severity: 'high',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html',
  ],
  options: {},
  inputs: ['principals'],
  messages: {
    'refused': {
      outcome: 'fail',
      text: '{count} {count|document|documents} in force that IAM refuses: {policies}. First problem of each: {problems}.',
      key: ['policies', 'problems'],
    },
    'unresolved': { outcome: 'notEvaluated', text: 'Documents in force that are not in the data: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: IAM shows what it refuses. Hand in the output of the AWS CLI as it is, without editing it.',
    cli: [
      'aws iam get-account-authorization-details > account-authorization-details.json',
      'aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
    ].join('\n'),
    terraform: '# Write documents by aws_iam_policy_document: it cannot misspell an element.',
  },
  subjects: ({ principals }) => principals,
  evaluate: ({ policies, refused, analysis, at }) => {
    if (refused.length > 0) return fail('refused', told(refused), { evidence: refused.map((document) => document.at) });
    if (policies === null) return notEvaluated('missing', 'no-policies');
    const { unknown } = analysis.exposures;
    return unknown.length > 0 ? notEvaluated('unresolved', 'unresolved', { policies: unknown }, { evidence: [at] }) : pass;
  },
});

function told(refused: readonly RefusedDocument[]) {
  const first = refused.slice(0, MOST_TOLD);
  return {
    count: refused.length,
    policies: first.map(({ policyName }) => policyName),
    problems: first.map(({ problem, path }) => `${problem} at ${path === '' ? '/' : path}`),
  };
}
