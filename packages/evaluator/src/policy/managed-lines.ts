import type { PatternElement } from '@iam-dossier/core/policy-document';
import { actionPlace, type ReadablePolicy } from './document.ts';
import { isWholeService } from './wildcards.ts';

type Read = Extract<ReadablePolicy, { state: 'read' }>;

/** Pointer to an action pattern in the document as written, and its text. */
export type ActionPlace = ReturnType<typeof actionPlace>;

/** Allows every action on every resource, as Security Hub's IAM.1 has it. Conditions and denies do not excuse. */
export function fullAccessPlaces(read: Read): ActionPlace[] {
  return placesOf(read, ({ negated }, pattern) => !negated && /^(\*|\*:\*)$/.test(pattern), hasStar);
}

/** Allows a whole service, or all but whole services, on whatever resource, as Security Hub's IAM.21 has it. */
export function wholeServicePlaces(read: Read): ActionPlace[] {
  return placesOf(
    read,
    (_, pattern) => isWholeService(pattern),
    () => true,
  );
}

/** `wanted` is asked of patterns that end with a star only. */
function placesOf(
  { statements, document }: Read,
  wanted: (action: PatternElement, pattern: string) => boolean,
  reaches: (resource: PatternElement | null) => boolean,
): ActionPlace[] {
  const places: ActionPlace[] = [];
  for (const statement of statements) {
    if (statement.effect !== 'Allow' || !reaches(statement.resource)) continue;
    for (const [index, pattern] of statement.action.patterns.entries()) {
      if (pattern.endsWith('*') && wanted(statement.action, pattern)) places.push(actionPlace(document, statement, index));
    }
  }
  return places;
}

function hasStar(resource: PatternElement | null): boolean {
  return resource !== null && !resource.negated && resource.patterns.includes('*');
}
