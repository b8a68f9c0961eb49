import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';
import { ownTags } from '../facts/tags.ts';

export default defineRule({
  id: 'user-tag',
  title: 'Tags of users',
  description:
    'Every IAM user carries a tag, such as the owner or the customer it is for, so that reviews and policies can go by it. Tags whose key begins with “aws:” are AWS’s own and do not count. ListUsers does not tell tags: without the authorization details a user is not evaluated. Every user of the account is judged.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_users.html'],
  options: {},
  inputs: ['users'],
  messages: {
    none: { outcome: 'fail', text: 'The user has no tag, AWS’s own not counted.' },
    unknown: { outcome: 'notEvaluated', text: 'The user’s tags are not in the data.' },
  },
  remediation: {
    console: 'IAM, Users, the user, Tags, Add new tag.',
    cli: 'aws iam tag-user --user-name <user> --tags Key=owner,Value=<owner>',
    terraform: ['resource "aws_iam_user" "<user>" {', '  name = "<user>"', '  tags = { owner = "<owner>" }', '}'].join('\n'),
  },
  subjects: ({ users }) => users,
  evaluate: ({ user, at }) => {
    const tags = ownTags(user);
    if (tags === null) return notEvaluated('missing', 'unknown');
    return tags.length > 0 ? pass : fail('none', {}, { evidence: [at] });
  },
});
