import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const rulesCommand = describeCommand({
  name: 'rules',
  summary: 'list the rules, or explain one',
  about: [
    'Without an id it lists every rule with its severity and weight. With an id it says what the rule judges, what it needs, its thresholds, and how to mend what it finds.',
  ],
  operands: { name: 'id', description: 'id of a rule', least: 0, most: 1 },
  args: flags.everywhere,
  examples: [
    ['iam-dossier rules', 'all of them'],
    ['iam-dossier rules user-console-mfa', 'one'],
  ],
  exits: [
    [0, 'listed'],
    [2, 'there is no such rule'],
  ],
  run: async (args, session) => (await import('./rules.run.ts')).run(args, session),
});
