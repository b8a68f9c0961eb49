/** A typeface we ship: its CSS name, the npm package that holds it, and the weights the documents use. */
export interface Family {
  name: string;
  packageName: string;
  /** How the package starts its file names. */
  file: string;
  weights: readonly number[];
}

export const sans: Family = {
  name: 'Inter',
  packageName: '@fontsource/inter',
  file: 'inter',
  weights: [400, 500, 600, 700],
};

export const serif: Family = {
  name: 'Source Serif 4',
  packageName: '@fontsource/source-serif-4',
  file: 'source-serif-4',
  weights: [400, 600],
};

export const mono: Family = {
  name: 'JetBrains Mono',
  packageName: '@fontsource/jetbrains-mono',
  file: 'jetbrains-mono',
  weights: [400, 500],
};

export const families: readonly Family[] = [sans, serif, mono];

/** Each stack names every family of ours, so that a code point one of them lacks is drawn by another, never by the host. */
export const fontStacks = {
  sans: stack(sans, serif, mono),
  serif: stack(serif, sans, mono),
  mono: stack(mono, sans, serif),
} as const;

function stack(...members: Family[]): string {
  return members.map(({ name }) => `"${name}"`).join(', ');
}
