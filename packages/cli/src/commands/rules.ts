import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const rulesCommand = describeCommand({
  name: 'rules',
  summary: 'list the rules, or explain one',
  about: [
    'Without an id it lists every rule with its severity and weight. With explain and an id it says what the rule judges, which files it needs, its thresholds, which frameworks cite it, and how to mend what it finds.',
    'With --framework it lists the rules that a framework rests on, by control.',
  ],
  usage: '[explain <id>]',
  operands: { name: 'id', description: 'id of a rule, such as user-console-mfa', least: 0, most: 2 },
  args: { framework: flags.framework, ...flags.everywhere },
  repeatable: ['framework'],
  examples: [
    ['iam-dossier rules', 'all of them'],
    ['iam-dossier rules explain user-console-mfa', 'one'],
    ['iam-dossier rules --framework cis-5.0', 'those of a framework'],
  ],
  exits: [
    [0, 'listed'],
    [2, 'there is no such rule, or no such framework'],
  ],
  run: async (args, session) => (await import('./rules.run.ts')).run(args, session),
});
