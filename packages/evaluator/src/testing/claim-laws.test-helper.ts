import { isDeepStrictEqual } from 'node:util';
import { assessmentSchema, type ClaimResult } from '@iam-dossier/core/assessment';
import { canonicalJson, resolvePointer } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import type { ClaimDefinition } from '../claims/engine/definition.ts';
import { FactStore, type FactName, type FactValues } from '../facts/index.ts';
import { unknown, type Known } from '../facts/known.ts';
import { awsAccount } from './aws.test-helper.ts';
import { runClaim, snapshotsOf, type ClaimCase } from './claim-case.test-helper.ts';
import { deepFreeze, presentParts, shuffled, withoutPart } from './change.test-helper.ts';

/** Something true of every claim over every case: what breaks it is told, one line each. */
export type ClaimLaw = (type: ClaimDefinition, cases: readonly ClaimCase[]) => string[];

function eachCase(cases: readonly ClaimCase[], check: (claimCase: ClaimCase) => string | undefined): string[] {
  return cases.flatMap((claimCase) => {
    const problem = check(claimCase);
    return problem === undefined ? [] : [`${claimCase.name}: ${problem}`];
  });
}

const changesNothing: ClaimLaw = (type, cases) =>
  eachCase(cases, (claimCase) => {
    deepFreeze(claimCase.snapshot);
    const frozen: ClaimDefinition = { ...type, judge: (claim, accounts, whole) => type.judge(deepFreeze(claim), accounts, whole) };
    const { unclear } = runClaim(frozen, claimCase).result;
    return unclear.some(({ message }) => message.id === 'claim-threw') ? 'it throws on a frozen input' : undefined;
  });

const provesNothingOfNothing: ClaimLaw = (type, cases) =>
  eachCase(cases, (claimCase) => {
    const { outcome } = runClaim(type, { ...claimCase, claim: withoutAccount(claimCase), snapshot: awsAccount().snapshot([], null) }).result;
    return outcome === 'notCheckable' ? undefined : `an empty snapshot makes it ${outcome}`;
  });

function withoutAccount({ claim }: ClaimCase): ClaimCase['claim'] {
  return Object.fromEntries(Object.entries(claim).filter(([name]) => name !== 'account'));
}

class Without extends FactStore {
  readonly absent: FactName;
  constructor(store: FactStore, absent: FactName) {
    super(store.context);
    this.absent = absent;
  }
  override get<N extends FactName>(name: N): Known<FactValues[N]> {
    return name === this.absent ? unknown([{ reason: 'missing', part: 'userDetails', text: '' }]) : super.get(name);
  }
}

const needsEachInput: ClaimLaw = (type, cases) =>
  type.inputs.flatMap((input) =>
    eachCase(cases, (claimCase) => {
      const { outcome } = runClaim(type, claimCase, (account) => new Without(account, input)).result;
      return outcome === 'notCheckable' ? undefined : `without ${input} it is ${outcome}`;
    }),
  );

/** Everything of a result but the places in the snapshots, which move with the lists; what stands there instead. */
function withoutPlaces(result: ClaimResult, snapshots: readonly Snapshot[]): unknown {
  return JSON.parse(JSON.stringify(result), (name, value: unknown) =>
    name === 'evidence'
      ? (value as ClaimResult['evidence']).map(({ snapshot, path }) => unordered(resolvePointer(snapshots[snapshot], path))).sort()
      : value,
  );
}

function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort().join(',')}]`;
  if (value === null || typeof value !== 'object') return canonicalJson(value);
  return canonicalJson(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unordered(member)])));
}

const knowsNoOrder: ClaimLaw = (type, cases) =>
  eachCase(cases, (claimCase) => {
    const turned = snapshotsOf(claimCase).map(shuffled).toReversed();
    const other = runClaim(type, { ...claimCase, snapshot: turned }).result;
    const byAccount = (list: readonly Snapshot[]) => list.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));
    const before = withoutPlaces(runClaim(type, claimCase).result, byAccount(snapshotsOf(claimCase)));
    return isDeepStrictEqual(before, withoutPlaces(other, byAccount(turned))) ? undefined : 'shuffled lists give another result';
  });

const saysTheSameTwice: ClaimLaw = (type, cases) =>
  eachCase(cases, (claimCase) =>
    isDeepStrictEqual(runClaim(type, claimCase).result, runClaim(type, claimCase).result) ? undefined : 'a second run gives another result',
  );

const isPlainJson: ClaimLaw = (type, cases) =>
  eachCase(cases, (claimCase) => {
    const { result } = runClaim(type, claimCase);
    if (!isDeepStrictEqual(result, JSON.parse(JSON.stringify(result)))) return 'its result is not plain JSON';
    const read = assessmentSchema.shape.claims.safeParse([result]);
    return read.success ? undefined : `its result does not fit the assessment: ${read.error.message}`;
  });

const pointsAtSomething: ClaimLaw = (type, cases) =>
  eachCase(cases, (claimCase) => {
    const { against, unclear, evidence } = runClaim(type, claimCase).result;
    const snapshots = snapshotsOf(claimCase).toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));
    const places = [...evidence, ...[...against, ...unclear].flatMap((reason) => reason.evidence)];
    const lost = places.filter(({ snapshot, path }) => resolvePointer(snapshots[snapshot], path) === undefined);
    if (lost.length > 0) return `nothing stands at ${lost.map(({ path }) => path).join(', ')}`;
    return against.some((reason) => reason.subject !== undefined && reason.evidence.length === 0) ? 'a contradiction without evidence' : undefined;
  });

/** Data that is lost never proves a claim. */
const losingNeverHelps: ClaimLaw = (type, cases) =>
  cases
    .filter((claimCase) => !claimCase.sourcesDisagree && runClaim(type, claimCase).result.outcome !== 'held')
    .flatMap((claimCase) =>
      snapshotsOf(claimCase).flatMap((snapshot, position) =>
        presentParts(snapshot).flatMap((part) => {
          const lost = snapshotsOf(claimCase).map((entry, index) => (index === position ? withoutPart(entry, part) : entry));
          return runClaim(type, { ...claimCase, snapshot: lost }).result.outcome === 'held' ? [`${claimCase.name}: without ${part} it is held`] : [];
        }),
      ),
    );

export const claimLaws: Readonly<Record<string, ClaimLaw>> = {
  'leaves its input as it is': changesNothing,
  'proves nothing of an empty snapshot': provesNothingOfNothing,
  'is not checkable without any of its inputs': needsEachInput,
  'says the same whatever the order of lists': knowsNoOrder,
  'says the same twice': saysTheSameTwice,
  'gives plain JSON that fits the assessment': isPlainJson,
  'points at what is in the snapshots': pointsAtSomething,
  'is never proven for losing data': losingNeverHelps,
};
