import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const permissionsCommand = describeCommand({
  name: 'permissions',
  summary: 'print the IAM policy that collect needs',
  about: [
    'Prints the policy that allows the calls of collect, and nothing else: it is made from the list of calls that collect goes by. All of them read. With an engagement, collect asks about users and roles in scope one by one: that takes --depth full.',
  ],
  args: {
    format: {
      type: 'enum',
      options: ['json', 'terraform', 'cloudformation'],
      valueHint: 'how',
      default: 'json',
      description: 'json: a policy document. terraform, cloudformation: a managed policy, with what each part is for',
    },
    depth: {
      type: 'enum',
      options: ['account', 'full'],
      valueHint: 'how',
      default: 'account',
      description: 'As of collect: account or full',
    },
    include: { type: 'string', valueHint: 'list', description: 'As of collect: contacts, organization, identityCenter' },
    ...flags.everywhere,
  },
  elsewhere: {
    output: 'it prints: iam-dossier permissions > policy.json',
    engagement: 'give --depth full, as users and roles in scope are asked about one by one',
  },
  examples: [
    ['iam-dossier permissions', 'the policy document'],
    ['iam-dossier permissions --depth full --format terraform', 'for every user and role, in Terraform'],
    ['iam-dossier permissions --include organization,identityCenter', 'for a management account'],
  ],
  exits: [
    [0, 'printed'],
    [2, 'used in a way it does not know'],
  ],
  run: async (args, session) => (await import('./permissions.run.ts')).run(args, session),
});
