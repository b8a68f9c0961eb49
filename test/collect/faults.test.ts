import { calls as table, type Call, type CollectOptions } from '@iam-dossier/core/collector';
import { canonicalJson, documentJson } from '@iam-dossier/core/json';
import { partNames, type PartName, type Snapshot } from '@iam-dossier/core/snapshot';
import { beforeAll, describe, expect, it } from 'vitest';
import { mfaPicture, mfaSeed, startIamServer, type Fault, type FaultKind } from '../iam-server/index.ts';
import { collectFrom, everything, fullAccount, limits, now } from './collecting.test-helper.ts';

const names = [...new Set(table.map(({ name }) => name))].filter((name) => name !== 'sts:GetCallerIdentity');
const rowsOf = (name: string) => table.filter((call) => call.name === name);
const account = fullAccount({ users: 2, groups: 1, roles: 1, policies: 3 });

/** Each way in which answers go wrong, with the codes that may tell it. */
const kinds: [FaultKind, RegExp][] = [
  ['throttle', /^Throttling(Exception)?$/],
  ['error', /^(ServiceFailure|InternalServerException|ServiceException|HTTP500)$/],
  ['html500', /^HTTP500$/],
  ['timeout', /^Timeout$/],
  ['reset', /^ECONNRESET$/],
  ['denied', /^AccessDenied/],
  ['truncatedBody', /^(ECONNRESET|UnreadableAnswer)$/],
  ['garbage', /^UnreadableAnswer$/],
  ['expiredToken', /^ExpiredToken/],
];

/** As little as brings the call about. Only a server that never answers has to be waited for; then it is known at once whom it is about. */
function optionsFor(name: string, kind: FaultKind): CollectOptions {
  const [when] = rowsOf(name).map((call) => call.when);
  const patience = kind === 'timeout' ? { answer: 1500, expected: { expectedAccount: account.account.id } } : { answer: 20_000, expected: {} };
  const options = { limits: { ...limits, connect: 10_000, answer: patience.answer, attempts: 2 }, ...patience.expected };
  if (when === 'full') return { depth: 'full', ...options };
  return { ...options, ...(when === undefined || when === 'account' ? {} : { include: [when] }) };
}

async function collectWith(faults: readonly Fault[], options: CollectOptions): Promise<Snapshot & { interrupted?: string | undefined }> {
  const server = await startIamServer({ snapshot: account, now, faults });
  try {
    const { snapshot, interrupted } = await collectFrom(server, options);
    expect(server.writes).toEqual([]);
    const text = documentJson(snapshot);
    for (const secret of [mfaSeed, mfaPicture, 'secretOfTheTest']) expect(text).not.toContain(secret);
    return { ...snapshot, interrupted };
  } finally {
    await server.close();
  }
}

/** Parts that hang on the answers of a call: its own, and those of calls that follow from it. */
function partsBehind(name: string, behind = new Set<PartName>(), seen = new Set<string>()): Set<PartName> {
  seen.add(name);
  for (const part of rowsOf(name).flatMap(({ parts }) => parts)) behind.add(part);
  const follows = ({ each, name: own }: Call) => !seen.has(own) && each !== undefined && 'from' in each && each.from === name;
  for (const call of table.filter(follows)) partsBehind(call.name, behind, seen);
  return behind;
}

const whole = new Map<string, Snapshot>();
beforeAll(async () => {
  for (const options of [{}, { depth: 'full' }, ...everything.map((name) => ({ include: [name] }))] as const)
    whole.set(JSON.stringify({ depth: 'account', include: [], ...options }), await collectWith([], { limits, ...options }));
});
const equals = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);
const wholeOf = ({ depth = 'account', include = [] }: CollectOptions) => whole.get(JSON.stringify({ depth, include })) as Snapshot;

/** Several at a time: most of what they take is waiting. */
async function forEachCall(kind: FaultKind, work: (name: string) => Promise<unknown>): Promise<Record<string, unknown>> {
  const found: [string, unknown][] = [];
  const queue = names.values();
  const worker = async () => {
    for (const name of queue) found.push([name, await work(name)]);
  };
  await Promise.all(Array.from({ length: kind === 'timeout' ? 16 : 4 }, worker));
  return Object.fromEntries(found);
}

const everyCall = (answer: unknown) => Object.fromEntries(names.map((name) => [name, answer]));

describe.each(kinds)('%s', (kind, code) => {
  /** How a part is told that does not come from the call's answers. */
  const troubles = (name: string, { parts }: Snapshot) =>
    rowsOf(name)
      .flatMap((call) => call.parts)
      .filter((part) => {
        const { status, code: given = '' } = parts[part];
        // A report that is there is read, whoever had it made.
        if (name === 'iam:GenerateCredentialReport' && status === 'complete') return false;
        return !code.test(given) || !['partial', kind === 'denied' ? 'denied' : 'failed'].includes(status);
      });

  it('at any call, always, leaves its parts named as such, and the others whole', async () => {
    const found = await forEachCall(kind, async (name) => {
      const options = optionsFor(name, kind);
      const snapshot = await collectWith([{ operation: name, kind }], options);
      const harmed = partsBehind(name);
      const unlike = partNames.filter((part) => !harmed.has(part) && !equals(snapshot.parts[part], wholeOf(options).parts[part]));
      return {
        troubles: troubles(name, snapshot),
        unlike: snapshot.interrupted === undefined ? unlike : [],
        stops: snapshot.interrupted === 'credentialsExpired',
      };
    });
    expect(found).toEqual(everyCall({ troubles: [], unlike: [], stops: kind === 'expiredToken' }));
  });

  it.skipIf(kind === 'denied' || kind === 'expiredToken')('at any call, once, loses nothing', async () => {
    const found = await forEachCall(kind, async (name) => {
      const { interrupted: _, ...snapshot } = await collectWith([{ operation: name, kind, times: 1 }], optionsFor(name, kind));
      return documentJson(snapshot) === documentJson(wholeOf(optionsFor(name, kind))) ? 'the same' : snapshot.parts;
    });
    expect(found).toEqual(everyCall('the same'));
  });
});
