import type { Partner } from '@iam-dossier/core/partner';
import { correctedColours } from '@iam-dossier/renderer';

/** Colours of the partner's brand that text could not be read in, with the figures. */
export function brandNotes(partner: Partner | undefined): string[] {
  return correctedColours(partner?.brand).map(
    ({ member, given, contrast, used, usedContrast }) =>
      `The brand's colours.${member} ${given} has a contrast of ${contrast} to 1 on paper; text and lines are drawn in ${used}, ${usedContrast} to 1.`,
  );
}
