import type { EffectivePermissions } from '@iam-dossier/core/assessment';
import { say } from '../words/format.ts';

/** Permissions of a principal whose policies are not in the data. */
export const unknownEffective: EffectivePermissions = {
  status: 'unknown',
  gaps: [say({ 'no-policies': 'Its policies are not in the data.' }, 'no-policies')],
  administrator: false,
  bounded: false,
  guarded: false,
  services: [],
  function: say({ unknown: 'not known' }, 'unknown'),
};
