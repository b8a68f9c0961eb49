import { noneActive } from '../engine/long-term.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'user-ssh-key',
  title: 'No SSH keys in scope',
  description:
    'No user in scope has an active SSH public key. AWS takes it for Git over SSH to CodeCommit; it never expires, and ACCT-002’s reviewers reject any reference to long-term credentials. The credential report does not know of SSH keys: only ListSSHPublicKeys does, so that where it was not asked of every user the rule says so and does not pass. An empty answer of the AWS CLI names no user: it counts only where the export says that every user was asked, as the guide to importing shows.',
  severity: 'medium',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html'],
  options: {},
  inputs: ['sshKeys'],
  messages: {
    active: { outcome: 'fail', text: '{count} active SSH {count|key: a long-term credential|keys: long-term credentials}.' },
    unknown: { outcome: 'notEvaluated', text: 'An SSH key has a status that is not known.' },
  },
  remediation: {
    console:
      'Let Git use git-remote-codecommit, which takes the temporary credentials of a role. Then IAM, Users, the user, Security credentials, SSH public keys for AWS CodeCommit: Make inactive, wait until nothing fails, Delete.',
    cli: [
      'git clone codecommit::<region>://<profile>@<repository> # by git-remote-codecommit, with a profile that assumes a role',
      'aws iam list-ssh-public-keys --user-name <user>',
      'aws iam update-ssh-public-key --user-name <user> --ssh-public-key-id <id> --status Inactive',
      'aws iam delete-ssh-public-key --user-name <user> --ssh-public-key-id <id>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_user_ssh_key resource.',
  },
  subjects: ({ sshKeys }) => sshKeys.filter((user) => user.inScope),
  evaluate: (user) => noneActive(user),
});
