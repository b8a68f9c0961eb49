import type { Text } from '@iam-dossier/core/text';

/** A human text in every language it has. */
export function textsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}
