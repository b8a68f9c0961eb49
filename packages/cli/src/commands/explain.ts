import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

const policyFile = (description: string) => ({ type: 'string', valueHint: 'file', description }) as const;

export const explain = describeCommand({
  name: 'explain',
  usage: '<input>… | --store <folder>',
  summary: 'say whether a principal may do something, and why',
  about: [
    'Weighs the policies in the snapshot as AWS does: those of the user, its groups or the role, the permissions boundary, and a role’s trust policy. Says what decided, with policy, Sid and place, and which statements nearly matched and why they did not.',
    'It never guesses. A snapshot holds no control policies, no bucket or key policies, no session policies and no values of a request: where one of them would decide, the answer is INDETERMINATE and names it. Hand them in, or say with --none and --absent that they are not there.',
  ],
  operands: { name: 'input', description: 'a snapshot, or files, folders and zips of AWS CLI output, of one account', least: 0, most: Infinity },
  args: {
    'principal': {
      type: 'string',
      valueHint: 'who',
      description: 'ARN or name of a user or role; a session’s ARN; root; a service; * for anybody. Needed',
    },
    'action': { type: 'string', valueHint: 'action', description: 'Such as s3:GetObject. Needed' },
    'resource': { type: 'string', valueHint: 'ARN', default: '*', description: 'ARN of the resource; * for an action that takes none' },
    'resource-account': {
      type: 'string',
      valueHint: 'id',
      description: 'Account of the resource, where its ARN names none. Default: the principal’s',
    },
    'context': {
      type: 'string',
      valueHint: 'key=value',
      description: 'A condition key of the request; several times for several keys, or several values',
    },
    'absent': { type: 'string', valueHint: 'key', description: 'A condition key that the request does not have; several times for several' },
    'context-complete': { type: 'boolean', description: 'The request has no other condition keys than those given' },
    'none': { type: 'string', valueHint: 'list', description: 'What surely is not there, with commas between: scp, rcp, resource, session, or all' },
    'resource-policy': policyFile('JSON file with the policy of the resource'),
    'session-policy': policyFile('JSON file with the session policy, or a list of them'),
    'scp': policyFile('JSON file with the SCPs of the account: a list for each level, from the root down'),
    'rcp': policyFile('JSON file with the RCPs of the resource’s account, likewise'),
    'expect': {
      type: 'enum',
      options: ['allowed', 'denied'],
      valueHint: 'answer',
      description: 'Exit 1 unless the answer is this: allowed or denied',
    },
    'store': flags.store,
    'at': flags.at,
    'account': { ...flags.account, valueHint: 'id', description: 'Account of the store. Default: the only one there' },
    ...flags.everywhere,
  },
  repeatable: ['context', 'absent'],
  elsewhere: {
    'engagement': 'what is declared grants nothing; give it to evaluate or report',
    'fail-on': 'it judges one request; --expect says what the answer is to be',
    'output': 'it writes nothing; --json prints the answer for machines',
  },
  examples: [
    ['iam-dossier explain snapshot.json --principal ana --action ec2:StopInstances', 'what the snapshot says, and what it cannot say'],
    ['iam-dossier explain export/ --principal deploy --action s3:GetObject --resource arn:aws:s3:::b/k --none all', 'nothing else in force'],
    ['iam-dossier explain snapshot.json --principal ana --action iam:CreateUser --absent aws:MultiFactorAuthPresent', 'by an access key'],
    ['iam-dossier explain --at 2026-10-01 --principal ana --action s3:GetObject', 'could she then, by the store snapshots/'],
  ],
  exits: [
    [0, 'answered: allowed or denied, and as --expect says where it is given'],
    [1, 'indeterminate, or not as --expect says'],
    [2, 'not answered'],
  ],
  run: async (args, session) => (await import('./explain.run.ts')).run(args, session),
});
