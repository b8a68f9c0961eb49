import { compareText } from '@iam-dossier/core/json';
import type { Authorization } from './answer.ts';
import { layersOfGrounds } from './deciding.ts';
import type { Weighed } from './grant.ts';
import { isDeny, type Layers, type MatchedLayer, type MatchedStatement } from './layer-match.ts';
import { layerNames } from './request.ts';

/** What would have to be known for another answer than `indeterminate`. */
export function missingOf(layers: Layers, { decisive }: Weighed): Pick<Authorization, 'missingLayers' | 'missingKeys'> {
  const deciding = new Set(layersOfGrounds(decisive));
  const unsure = layerNames.map((name) => ({ layer: layers[name], statements: unsureIn(layers[name], deciding.has(name)) }));
  const open = unsure.filter(({ layer, statements }) => isOpen(layer) || statements.some(({ beyond }) => beyond));
  const boundaryKnown = layers.permissionsBoundary.state !== 'unknown';
  const keys = unsure.flatMap(({ statements }) => statements.flatMap((statement) => keysOf(statement, boundaryKnown)));
  return {
    missingLayers: open.map(({ layer }) => layer.layer),
    missingKeys: distinct([...keys, ...(decisive.has('sameAccount') ? ['aws:ResourceAccount'] : [])]),
  };
}

/** A layer that is not whole may always deny. */
function isOpen({ state, levels }: MatchedLayer): boolean {
  return state === 'unknown' || levels.some((level) => level.open);
}

/** Statements that may or may not match, where that may turn the answer. */
function unsureIn({ layer, levels }: MatchedLayer, decides: boolean): MatchedStatement[] {
  const wanted = levels.flatMap((level) => {
    const settled = !decides || (level.allows === 'yes' && layer !== 'resourcePolicy');
    return level.statements.filter((entry) => isDeny(entry) || !settled);
  });
  return wanted.filter(({ match }) => match === 'unknown');
}

/** When it is the principal that is not known well enough, the key that tells one session from another stands for it. */
function keysOf({ unknownKeys, mismatches }: MatchedStatement, boundaryKnown: boolean): readonly string[] {
  const who = mismatches.some((part) => part.element === 'principal' && part.match === 'unknown' && (boundaryKnown || !part.negated));
  return who ? [...unknownKeys, 'aws:userid'] : unknownKeys;
}

/** Sorted; of a key that policies write in several ways, the first. */
function distinct(keys: readonly string[]): string[] {
  const sorted = [...keys].sort((a, b) => compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b));
  return sorted.filter((key, index) => key.toLowerCase() !== sorted[index - 1]?.toLowerCase());
}
