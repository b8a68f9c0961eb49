/** A typeface we ship: its CSS name, the npm package that holds it, and the weights the documents use. */
export interface Family {
  name: string;
  packageName: string;
  /** How the package starts its file names. */
  file: string;
  weights: readonly number[];
  /** One file draws all weights. */
  variable?: boolean;
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

/** For scripts that none of those three has. Chinese, Japanese and Korean share one design; emoji are drawn in one colour. */
const others: readonly Family[] = [
  variable('Noto Sans Arabic Variable', 'noto-sans-arabic'),
  variable('Noto Sans Hebrew Variable', 'noto-sans-hebrew'),
  variable('Noto Sans SC Variable', 'noto-sans-sc'),
  variable('Noto Sans KR Variable', 'noto-sans-kr'),
  variable('Noto Emoji Variable', 'noto-emoji'),
];

export const families: readonly Family[] = [sans, serif, mono, ...others];

/** Those that are there for what the first three lack. */
export function isForOtherScripts(family: Family): boolean {
  return others.includes(family);
}

/** Each stack names every family of ours, so that a code point one of them lacks is drawn by another, never by the host. */
export const fontStacks = {
  sans: stack(sans, serif, mono, ...others),
  serif: stack(serif, sans, mono, ...others),
  mono: stack(mono, sans, serif, ...others),
} as const;

function stack(...members: Family[]): string {
  return members.map(({ name }) => `"${name}"`).join(', ');
}

function variable(name: string, file: string): Family {
  return { name, packageName: `@fontsource-variable/${file}`, file, weights: [400], variable: true };
}
