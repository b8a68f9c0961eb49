import type { EffectivePermissions, Message, Quote } from '@iam-dossier/core/assessment';
import { functionWords } from '../words/functions.ts';
import { say } from '../words/format.ts';
import { gapWords } from '../words/gaps.ts';
import { administratorQuotes, type Self } from './administrator.ts';
import { exposuresOf, noExposures, type Exposures } from './classes/index.ts';
import { broadDataAccess } from './data-access.ts';
import type { AnalysedStatement, DocumentAnalyser, ReadablePolicy } from './document.ts';
import { combine, servicesOf, type Grants } from './effective.ts';
import { holdingOf, type Holding } from './escalation/holding.ts';
import { functionOf } from './function.ts';
import { mfaGuards, type MfaGuards } from './mfa-guards.ts';
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

/** What IAM policies grant a principal, and the lines to be told. `unknown`: names of policies that could not be read, `group/<name>` for those of a group, `*` for all. */
export interface PrincipalAnalysis {
  administrator: { state: 'yes' | 'no' | 'unknown'; quotes: readonly Quote[]; unknown: string[] };
  serviceWildcards: { quotes: readonly Quote[]; unknown: string[] };
  broadDataAccess: { services: readonly string[]; quotes: readonly Quote[]; unknown: string[] };
  mfaGuards: MfaGuards & { unknown: string[] };
  /** Risky actions on every resource, by class, and grants of everything but something. */
  exposures: Exposures & { unknown: string[] };
  /** Statements by which it may assume roles. */
  assuming: readonly AnalysedStatement[];
  effective: EffectivePermissions;
  /** What of it may lead to more. */
  holding: Holding;
}

/** Judges policies together, as IAM does: what one grants and another denies is not granted. */
export function analysePrincipal(input: PrincipalPolicies, self: Self, analyser: DocumentAnalyser): PrincipalAnalysis {
  const policies = (input.policies ?? []).flatMap((policy) => analysed(policy, analyser) ?? []);
  const boundary = boundaryOf(input, analyser);
  const unreadPolicies = unreadOf(input, policies);
  const unread = unreadNames(input, unreadPolicies);
  const grants = combine(
    policies.flatMap((policy) => policy.statements),
    boundary.statements,
  );
  const { granted } = grants;
  const granting = new Set(grants.allows);
  const broad = broadDataAccess(policies, granting, granted);
  const administrator = stateOf(administratorQuotes(policies, granting, granted, self, boundary.statements), unread, boundary);
  return {
    administrator,
    serviceWildcards: { quotes: serviceWildcards(policies, granting), unknown: unread },
    // A boundary that could not be read may take the data away again.
    broadDataAccess:
      boundary.unread !== undefined && broad.services.length > 0
        ? { services: [], quotes: [], unknown: [boundary.unread] }
        : { ...broad, unknown: unread },
    mfaGuards: { ...mfaGuards([...policies, ...boundary.policies], granting, granted), unknown: unread },
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

/** A boundary that could not be read may take all of it away again. */
function exposures(
  policies: readonly AnalysedPolicy[],
  granting: ReadonlySet<AnalysedStatement>,
  grants: Grants,
  unread: string[],
  boundary: BoundaryStatements,
): PrincipalAnalysis['exposures'] {
  if (boundary.unread !== undefined) return { ...noExposures, unknown: [...unread, boundary.unread] };
  return { ...exposuresOf(policies, granting, grants), unknown: unread };
}

function analysed(policy: PolicyInForce, analyser: DocumentAnalyser): AnalysedPolicy | undefined {
  const { document } = policy;
  if (document.state !== 'read') return undefined;
  const statements = analyser.analyse(document);
  return statements ? { policy: { ...policy, document }, statements } : undefined;
}

interface BoundaryStatements {
  statements: readonly AnalysedStatement[] | undefined;
  /** The boundary itself, where it could be read. */
  policies: readonly AnalysedPolicy[];
  gaps: readonly Message[];
  /** Name of a boundary that could not be read. */
  unread?: string;
}

function boundaryOf({ boundary }: PrincipalPolicies, analyser: DocumentAnalyser): BoundaryStatements {
  if (!boundary) return { statements: undefined, policies: [], gaps: [] };
  const policy = boundary.arn.slice(boundary.arn.lastIndexOf('/') + 1);
  const read = analysed({ policyName: policy, policyArn: boundary.arn, document: boundary.document }, analyser);
  if (read) return { statements: read.statements, policies: [read], gaps: [] };
  const id = boundary.document.state === 'unresolved' ? 'boundary-unresolved' : 'boundary-unreadable';
  return { statements: undefined, policies: [], gaps: [say(gapWords, id, { policy })], unread: policy };
}

function unreadOf({ policies }: PrincipalPolicies, read: readonly AnalysedPolicy[]): readonly PolicyInForce[] {
  if (policies === null || read.length === policies.length) return [];
  const seen: ReadonlySet<ReadablePolicy> = new Set(read.map(({ policy }) => policy.document));
  return policies.filter(({ document }) => !seen.has(document));
}

function unreadNames({ policies, absentGroups }: PrincipalPolicies, unread: readonly PolicyInForce[]): string[] {
  if (policies === null) return ['*'];
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
function stateOf(quotes: readonly Quote[], unread: string[], { unread: boundary }: BoundaryStatements): PrincipalAnalysis['administrator'] {
  if (quotes.length === 0) return { state: unread.length > 0 ? 'unknown' : 'no', quotes, unknown: unread };
  return boundary === undefined ? { state: 'yes', quotes, unknown: unread } : { state: 'unknown', quotes: [], unknown: [boundary] };
}

function wildcardsOf({ allows }: Grants): Pick<EffectivePermissions, 'wildcards'> {
  const wildcards = wildcardFigures(allows);
  return Object.values(wildcards).every((count) => count === 0) ? {} : { wildcards };
}

function effectiveOf(input: PrincipalPolicies, grants: Grants, administrator: boolean, gaps: readonly Message[]): EffectivePermissions {
  const status = input.policies === null ? 'unknown' : gaps.length > 0 ? 'partial' : 'known';
  return {
    status,
    gaps: [...gaps],
    administrator,
    bounded: input.boundary !== undefined,
    guarded: grants.guarded,
    ...wildcardsOf(grants),
    services: servicesOf(grants),
    function: status === 'unknown' ? say(functionWords, 'unknown') : functionOf(grants, administrator),
  };
}
