import type { Message } from '@iam-dossier/core/assessment';
import { say } from './format.ts';

/** Policy layers that this version reads from no snapshot. */
export const layerWords = {
  'service-control-policies': 'Service control policies (SCPs) of AWS Organizations',
  'resource-control-policies': 'Resource control policies (RCPs) of AWS Organizations',
  'resource-policies': 'Resource policies, such as bucket and key policies',
  'session-policies': 'Session policies',
  'identity-provider': 'MFA and session limits at an external identity provider',
} as const;

export function layersNotSeen(): Message[] {
  return (Object.keys(layerWords) as (keyof typeof layerWords)[]).map((id) => say(layerWords, id));
}
