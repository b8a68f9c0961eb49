import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const collectCommand = describeCommand({
  name: 'collect',
  summary: 'read an account over the AWS API into a snapshot',
  about: [
    "Asks AWS and writes one snapshot of one account, or of each account of an engagement. It only reads: no call changes anything in the account. AWS's usual credentials are used (environment, profile, SSO, web identity, role); the policy they need is printed by iam-dossier permissions.",
    'What AWS refuses is named in the snapshot and counts as not evaluated. A run that was stopped keeps what was complete in a journal beside the output; --resume goes on from it.',
  ],
  args: {
    'output': { type: 'string', alias: 'o', valueHint: 'path', description: 'Snapshot to write; a folder when the engagement has several accounts' },
    'store': flags.storeTarget,
    'gzip': flags.gzip,
    'engagement': {
      type: 'string',
      alias: 'e',
      valueHint: 'file',
      description: 'Engagement: all its accounts are read, by the roles in accounts[].collect, and users and roles in scope one by one',
    },
    'profile': { type: 'string', valueHint: 'name', description: 'Profile of the AWS CLI. Default: AWS_PROFILE, else what the environment gives' },
    'role-arn': { type: 'string', valueHint: 'arn', description: 'Role to take on' },
    'external-id': { type: 'string', valueHint: 'text', description: 'External id that the role asks for' },
    'session-name': { type: 'string', valueHint: 'name', description: 'Name of the session, seen in CloudTrail. Default: iam-dossier' },
    'mfa-serial': { type: 'string', valueHint: 'arn', description: 'MFA device that the role asks for; its code is asked on the terminal' },
    'region': { type: 'string', valueHint: 'name', description: "Region to ask in. Default: the profile's, else us-east-1" },
    'endpoint-url': { type: 'string', valueHint: 'url', description: 'Address to ask instead of AWS, such as an emulator' },
    'depth': {
      type: 'enum',
      options: ['account', 'full'],
      valueHint: 'how',
      default: 'account',
      description: 'account: the account as a whole, in few calls. full: keys, devices and use of every user and role as well',
    },
    'include': { type: 'string', valueHint: 'list', description: 'As well, with commas between: contacts, organization, identityCenter' },
    'dry-run': { type: 'boolean', description: 'Show the calls and how many they are; ask nothing, write nothing' },
    'resume': { type: 'boolean', description: 'Go on from the journal of a run that was stopped' },
    'force': flags.force,
    ...flags.everywhere,
  },
  elsewhere: {
    'endpoint': 'it is called --endpoint-url, as in the AWS CLI',
    'role': 'it is called --role-arn, as in the AWS CLI',
    'collected-at': 'AWS says when it answered',
    'account': 'the account follows from the credentials; name a profile or role of it',
    'access-key-id': 'keys are taken from the environment or a profile, never from the command line, where others can see them',
    'secret-access-key': 'keys are taken from the environment or a profile, never from the command line, where others can see them',
    'issued-at': 'give it to evaluate or report',
    'fail-on': 'collect judges nothing; give it to evaluate or report',
    'no-verify-ssl': 'name the certificate of a proxy in NODE_EXTRA_CA_CERTS instead',
  },
  examples: [
    ['iam-dossier collect --dry-run', 'what would be asked'],
    ['iam-dossier collect --profile customer -o snapshot.json', 'the account of a profile'],
    [
      'iam-dossier collect --role-arn arn:aws:iam::111122223333:role/iam-dossier --external-id acme-7f3a -o snapshot.json',
      "a customer's account, by a role in it",
    ],
    ['iam-dossier collect -e engagement.yaml --store snapshots', 'every account of an engagement, into a store'],
  ],
  exits: [
    [0, 'all snapshots were made; what AWS refused is named'],
    [2, 'one at least could not be made, or not yet wholly: the others were written'],
  ],
  run: async (args, session) => (await import('./collect.run.ts')).run(args, session),
});
