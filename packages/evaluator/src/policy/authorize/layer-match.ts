import type { LayerName } from './request.ts';
import type { PlacedStatement, ReadLayer, ReadLevel } from './layer.ts';
import type { PrincipalMatch } from './principal-match.ts';
import { matchStatement, type Asked, type StatementMatch } from './statement.ts';
import { allOf, anyOf, type Tri } from './tri.ts';

export interface MatchedStatement extends StatementMatch {
  placed: PlacedStatement;
}

interface MatchedLevel {
  statements: readonly MatchedStatement[];
  open: boolean;
  allows: Tri;
}

/** A layer against the request. */
export interface MatchedLayer {
  layer: LayerName;
  state: ReadLayer['state'] | 'notApplicable';
  levels: readonly MatchedLevel[];
  allows: Tri;
  /** How a resource policy allows. */
  by: PrincipalMatch;
  denies: Tri;
}

export type Layers = Readonly<Record<LayerName, MatchedLayer>>;

/** Layers that hold identity policies. */
const completes = new Set<LayerName>(['identityPolicies', 'permissionsBoundary']);

const nobody: PrincipalMatch = { account: 'no', direct: 'no', limited: 'no' };
const perhaps: PrincipalMatch = { account: 'unknown', direct: 'unknown', limited: 'unknown' };

/** What a layer that is not there says: it grants nothing, and limits nothing. */
function silence(layer: LayerName): Tri {
  return layer === 'identityPolicies' || layer === 'resourcePolicy' ? 'no' : 'yes';
}

export function notApplicable({ layer }: ReadLayer): MatchedLayer {
  return { layer, state: 'notApplicable', levels: [], allows: silence(layer), by: nobody, denies: 'no' };
}

export function matchLayer(read: ReadLayer, asked: Asked): MatchedLayer {
  const { layer, state } = read;
  if (state === 'none') return { layer, state, levels: [], allows: silence(layer), by: nobody, denies: 'no' };
  // AWS attaches RCPFullAWSAccess at every level for good: a resource control policy can only deny.
  const isRcp = layer === 'resourceControlPolicies';
  if (state === 'unknown') return { layer, state, levels: [], allows: isRcp ? 'yes' : 'unknown', by: perhaps, denies: 'unknown' };
  const levels = read.levels.map((level) => matchLevel(level, asked));
  const open = levels.some((level) => level.open);
  const statements = levels.flatMap((level) => level.statements);
  const denies = statements.filter(isDeny).map(({ match }) => match);
  return {
    layer,
    state,
    levels,
    allows: isRcp ? 'yes' : allOf(levels.map((level) => level.allows)),
    by: open ? merged([perhaps, ...ways(statements)]) : merged(ways(statements)),
    denies: anyOf([...denies, open ? 'unknown' : 'no']),
  };
}

function matchLevel(level: ReadLevel, asked: Asked): MatchedLevel {
  const statements = level.statements.map((placed): MatchedStatement => {
    const { match, by, mismatches, unknownKeys, beyond } = matchStatement(
      placed.statement,
      { version: placed.version, completes: completes.has(placed.place.layer) },
      asked,
    );
    return { placed, match, by, mismatches, unknownKeys, beyond };
  });
  const allows = statements.filter((entry) => !isDeny(entry)).map(({ match }) => match);
  return { statements, open: level.open, allows: anyOf([...allows, level.open ? 'unknown' : 'no']) };
}

export function isDeny({ placed }: MatchedStatement): boolean {
  return placed.statement.effect === 'Deny';
}

function ways(statements: readonly MatchedStatement[]): PrincipalMatch[] {
  return statements.filter((entry) => !isDeny(entry)).map(({ by }) => by);
}

function merged(matches: readonly PrincipalMatch[]): PrincipalMatch {
  return {
    account: anyOf(matches.map((match) => match.account)),
    direct: anyOf(matches.map((match) => match.direct)),
    limited: anyOf(matches.map((match) => match.limited)),
  };
}
