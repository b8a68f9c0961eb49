import type { EffectivePermissions, Message, Quote } from '@iam-dossier/core/assessment';
import { functionWords } from '../words/functions.ts';
import { say } from '../words/format.ts';
import { gapWords } from '../words/gaps.ts';
import { administratorQuotes, type Self } from './administrator.ts';
import { exposuresOf, noExposures, type Exposures } from './classes/index.ts';
import { broadDataAccess, noDataAccess, type BroadDataAccess } from './data-access.ts';
import type { AnalysedStatement, DocumentAnalyser, ReadablePolicy } from './document.ts';
import { combine, servicesOf, type Grants } from './effective.ts';
import { holdingOf, type Holding } from './escalation/holding.ts';
import { functionOf } from './function.ts';
import { mfaGuards, noGuards, type MfaGuards } from './mfa-guards.ts';
import type { AnalysedPolicy, PolicyInForce } from './policy-in-force.ts';
import { assuming } from './role-assumption.ts';
import { serviceWildcards, wildcardFigures } from './wildcards.ts';

/** Of unknown actions so many are named; all are counted. */
const MOST_NAMED = 3;

/** The policies of a principal. `policies: null`: which it has is not in the data. */
export interface PrincipalPolicies {
  policies: readonly PolicyInForce[] | null;
  boundary?: { arn: string; document: ReadablePolicy };
  /** Groups whose policies are not in the data. */
  absentGroups: readonly string[];
}

/** What was looked for. `unknown`: names of policies that could not be read, `group/<name>` for those of a group, `*` for all. */
type Found<T> = T & { unknown: readonly string[] };

/** What IAM policies grant a principal, and the lines to be told. */
export interface PrincipalAnalysis {
  administrator: Found<{ state: 'yes' | 'no' | 'unknown'; quotes: readonly Quote[] }>;
  serviceWildcards: Found<{ quotes: readonly Quote[] }>;
  broadDataAccess: Found<BroadDataAccess>;
  mfaGuards: Found<MfaGuards>;
  /** Risky actions on every resource, by class, and grants of everything but something. */
  exposures: Found<Exposures>;
  /** Statements by which it may assume roles. */
  assuming: readonly AnalysedStatement[];
  effective: EffectivePermissions;
  /** What of it may lead to more. */
  holding: Holding;
}

const none: readonly string[] = [];

/** What is looked for and not found where all was read: the same for most principals. */
const notFound = {
  administrator: { state: 'no', quotes: [], unknown: none },
  serviceWildcards: { quotes: [], unknown: none },
  broadDataAccess: { ...noDataAccess, unknown: none },
  mfaGuards: { ...noGuards, unknown: none },
  exposures: { ...noExposures, unknown: none },
} as const satisfies Partial<PrincipalAnalysis>;

/** Judges policies together, as IAM does: what one grants and another denies is not granted. */
export function analysePrincipal(input: PrincipalPolicies, self: Self, analyser: DocumentAnalyser): PrincipalAnalysis {
  const policies = analysedOf(input, analyser);
  const boundary = boundaryOf(input, analyser);
  const unreadPolicies = unreadOf(input, policies);
  const unread = unreadNames(input, unreadPolicies);
  const grants = combine(
    policies.flatMap((policy) => policy.statements),
    boundary.statements,
  );
  const { granted } = grants;
  const granting = new Set(grants.allows);
  const administrator = stateOf(administratorQuotes(policies, granting, granted, self, boundary.statements), unread, boundary);
  const wildcards = serviceWildcards(policies, granting);
  return {
    administrator,
    serviceWildcards: wildcards.length === 0 && unread === none ? notFound.serviceWildcards : { quotes: wildcards, unknown: unread },
    broadDataAccess: dataAccess(broadDataAccess(policies, granting, granted), unread, boundary),
    mfaGuards: guardsOf(mfaGuards(boundary.policies.length === 0 ? policies : [...policies, ...boundary.policies], granting, granted), unread),
    exposures: exposures(policies, granting, grants, unread, boundary),
    assuming: assuming(grants.allows, granted),
    effective: effectiveOf(input, grants, administrator.state === 'yes', [...gapsOf(input, unreadPolicies, policies), ...boundary.gaps]),
    holding: holdingOf({
      policies,
      boundary: boundary.unread === undefined ? boundary.statements : 'unknown',
      all: grants.all,
      granted,
      administrator: administrator.state === 'yes',
      partial: unread.length > 0 || boundary.unread !== undefined,
    }),
  };
}

/** A boundary that could not be read may take the data away again. */
function dataAccess(
  broad: BroadDataAccess,
  unread: readonly string[],
  { unread: boundary }: BoundaryStatements,
): PrincipalAnalysis['broadDataAccess'] {
  if (broad === noDataAccess && unread === none) return notFound.broadDataAccess;
  if (boundary !== undefined && broad.services.length > 0) return { ...noDataAccess, unknown: [boundary] };
  return { ...broad, unknown: unread };
}

function guardsOf(guards: MfaGuards, unread: readonly string[]): PrincipalAnalysis['mfaGuards'] {
  return guards === noGuards && unread === none ? notFound.mfaGuards : { ...guards, unknown: unread };
}

/** A boundary that could not be read may take all of it away again. */
function exposures(
  policies: readonly AnalysedPolicy[],
  granting: ReadonlySet<AnalysedStatement>,
  grants: Grants,
  unread: readonly string[],
  boundary: BoundaryStatements,
): PrincipalAnalysis['exposures'] {
  if (boundary.unread !== undefined) return { ...noExposures, unknown: [...unread, boundary.unread] };
  const found = exposuresOf(policies, granting, grants);
  return found === noExposures && unread === none ? notFound.exposures : { ...found, unknown: unread };
}

/** The policies that can be read. */
function analysedOf({ policies }: PrincipalPolicies, analyser: DocumentAnalyser): AnalysedPolicy[] {
  const read: AnalysedPolicy[] = [];
  for (const policy of policies ?? []) {
    const analysed = analyser.policy(policy);
    if (analysed) read.push(analysed);
  }
  return read;
}

interface BoundaryStatements {
  statements: readonly AnalysedStatement[] | undefined;
  /** The boundary itself, where it could be read. */
  policies: readonly AnalysedPolicy[];
  gaps: readonly Message[];
  /** Name of a boundary that could not be read. */
  unread?: string;
}

const noBoundary: BoundaryStatements = { statements: undefined, policies: [], gaps: [] };

function boundaryOf({ boundary }: PrincipalPolicies, analyser: DocumentAnalyser): BoundaryStatements {
  if (!boundary) return noBoundary;
  const policy = boundary.arn.slice(boundary.arn.lastIndexOf('/') + 1);
  const read = analyser.policy({ policyName: policy, policyArn: boundary.arn, document: boundary.document });
  if (read) return { statements: read.statements, policies: [read], gaps: [] };
  const id = boundary.document.state === 'unresolved' ? 'boundary-unresolved' : 'boundary-unreadable';
  return { statements: undefined, policies: [], gaps: [say(gapWords, id, { policy })], unread: policy };
}

function unreadOf({ policies }: PrincipalPolicies, read: readonly AnalysedPolicy[]): readonly PolicyInForce[] {
  if (policies === null || read.length === policies.length) return [];
  const seen: ReadonlySet<ReadablePolicy> = new Set(read.map(({ policy }) => policy.document));
  return policies.filter(({ document }) => !seen.has(document));
}

/** {@link none} itself where there are none. */
function unreadNames({ policies, absentGroups }: PrincipalPolicies, unread: readonly PolicyInForce[]): readonly string[] {
  if (policies === null) return ['*'];
  if (unread.length === 0 && absentGroups.length === 0) return none;
  return [...unread.map((policy) => policy.policyName), ...absentGroups.map((group) => `group/${group}`)];
}

function gapsOf({ policies, absentGroups }: PrincipalPolicies, unread: readonly PolicyInForce[], read: readonly AnalysedPolicy[]): Message[] {
  if (policies === null) return [say(gapWords, 'no-policies')];
  const strange = unknownActions(read);
  return [
    ...unread.map(({ policyName, document }) => say(gapWords, document.state === 'unresolved' ? 'unresolved' : 'unreadable', { policy: policyName })),
    ...absentGroups.map((group) => say(gapWords, 'group-absent', { group })),
    ...(strange.size > 0 ? [say(gapWords, 'unknown-actions', { count: strange.size, actions: firstOf(strange) })] : []),
  ];
}

/** Action patterns of Allow statements that name no action of the data, each once. */
function unknownActions(read: readonly AnalysedPolicy[]): ReadonlySet<string> {
  const strange = new Set<string>();
  for (const { statements } of read) {
    for (const { statement, unknownActions: unknown } of statements) {
      if (unknown.length > 0 && statement.effect === 'Allow') for (const action of unknown) strange.add(action);
    }
  }
  return strange;
}

/** The first few by name, without sorting all. */
function firstOf(names: ReadonlySet<string>): string[] {
  const first: string[] = [];
  for (const name of names) {
    let place = first.length;
    while (place > 0 && name < (first[place - 1] ?? '')) place -= 1;
    if (place === MOST_NAMED) continue;
    if (first.length === MOST_NAMED) first.pop();
    first.splice(place, 0, name);
  }
  return first;
}

/** What is found stands, unless a boundary that could not be read may take it away; what is not found may be in what was not read. */
function stateOf(quotes: readonly Quote[], unread: readonly string[], { unread: boundary }: BoundaryStatements): PrincipalAnalysis['administrator'] {
  if (quotes.length === 0 && unread === none) return notFound.administrator;
  if (quotes.length === 0) return { state: unread.length > 0 ? 'unknown' : 'no', quotes, unknown: unread };
  return boundary === undefined ? { state: 'yes', quotes, unknown: unread } : { state: 'unknown', quotes: [], unknown: [boundary] };
}

function wildcardsOf({ allows }: Grants): Pick<EffectivePermissions, 'wildcards'> {
  const wildcards = wildcardFigures(allows);
  const { actions, wholeServices, resources, negated } = wildcards;
  return actions + wholeServices + resources + negated === 0 ? {} : { wildcards };
}

function effectiveOf(input: PrincipalPolicies, grants: Grants, administrator: boolean, gaps: Message[]): EffectivePermissions {
  const status = input.policies === null ? 'unknown' : gaps.length > 0 ? 'partial' : 'known';
  return {
    status,
    gaps,
    administrator,
    bounded: input.boundary !== undefined,
    guarded: grants.guarded,
    ...wildcardsOf(grants),
    services: servicesOf(grants),
    function: status === 'unknown' ? say(functionWords, 'unknown') : functionOf(grants, administrator),
  };
}
