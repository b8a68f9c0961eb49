import type { EffectivePermissions } from '@iam-dossier/core/assessment';
import { say } from '../words/format.ts';
import { functionWords } from '../words/functions.ts';
import { gapWords } from '../words/gaps.ts';

/** Permissions of a principal whose policies are not in the data. */
export const unknownEffective: EffectivePermissions = {
  status: 'unknown',
  gaps: [say(gapWords, 'no-policies')],
  administrator: false,
  bounded: false,
  guarded: false,
  services: [],
  function: say(functionWords, 'unknown'),
};
