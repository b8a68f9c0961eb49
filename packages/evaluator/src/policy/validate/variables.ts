import { entryAt, type Check } from './check.ts';

/** Tells of policy variables that are not closed or empty, and of those that the old language takes literally. */
export function checkVariables(text: string, list: string, index: number | undefined, { warn, variables }: Check): void {
  if (!warn || !text.includes('${')) return;
  const path = entryAt(list, index);
  if (!variables) return warn('variable-version', path);
  const rest = text.replace(/\$\{[^{}]+\}/g, '');
  if (rest.includes('${')) warn('variable-form', path);
}
