import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { ownTags } from '../facts/tags.ts';

export default defineRule({
  id: 'role-tag',
  title: 'Tags of roles',
  description:
    'Every role carries a tag, such as the owner or the customer it is for, so that reviews and policies can go by it. Tags whose key begins with “aws:” are AWS’s own and do not count. Service-linked roles are left out, and the rule does not apply to roles of IAM Identity Center, which the account cannot tag. ListRoles does not tell tags: without the authorization details a role is not evaluated.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_roles.html'],
  options: {},
  inputs: ['roles'],
  messages: {
    none: { outcome: 'fail', text: 'The role has no tag, AWS’s own not counted.' },
    unknown: { outcome: 'notEvaluated', text: 'The role’s tags are not in the data.' },
  },
  remediation: {
    console: 'IAM, Roles, the role, Tags, Add new tag.',
    cli: 'aws iam tag-role --role-name <role> --tags Key=owner,Value=<owner>',
    terraform: [
      'resource "aws_iam_role" "<role>" {',
      '  name               = "<role>"',
      '  assume_role_policy = data.aws_iam_policy_document.trust.json',
      '  tags               = { owner = "<owner>" }',
      '}',
    ].join('\n'),
  },
  subjects: ({ roles }) => roles,
  evaluate: ({ role, fromPermissionSet, at }) => {
    if (fromPermissionSet) return notApplicable;
    const tags = ownTags(role);
    if (tags === null) return notEvaluated('missing', 'unknown');
    return tags.length > 0 ? pass : fail('none', {}, { evidence: [at] });
  },
});
