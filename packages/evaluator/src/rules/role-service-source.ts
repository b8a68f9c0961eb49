import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, namesOf, unreadableWays } from '../facts/trust.ts';
import { servicesWithSource } from '../policy/index.ts';

export default defineRule({
  id: 'role-service-source',
  title: 'Trust in AWS services tied to the account',
  description:
    'A role in scope that trusts an AWS service names the account or resource for which the service acts, where the service’s documentation says that it sends aws:SourceAccount or aws:SourceArn. Other services are not judged: such a condition would lock them out.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention'],
  options: {},
  inputs: ['trust'],
  messages: {
    'no-source': {
      outcome: 'fail',
      text: '{services} may assume the role for whatever account: neither aws:SourceAccount nor aws:SourceArn is required.',
      key: ['services'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console: 'IAM, Roles, the role, Trust relationships, Edit trust policy: require aws:SourceAccount, or the aws:SourceArn of the resource.',
    cli: [
      '# trust.json: "Condition": {"StringEquals": {"aws:SourceAccount": "<account>"}}',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_caller_identity" "current" {}',
      '',
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "Service"',
      '      identifiers = ["codebuild.amazonaws.com"]',
      '    }',
      '    condition {',
      '      test     = "StringEquals"',
      '      variable = "aws:SourceAccount"',
      '      values   = [data.aws_caller_identity.current.account_id]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    const ways = role.ways.filter((way) => servicesWithSource.has(way.from));
    if (ways.length === 0) return notApplicable;
    const open = ways.filter((way) => !way.conditional);
    return open.length > 0 ? fail('no-source', { services: namesOf(open) }, backingOf(role, open)) : pass;
  },
});
