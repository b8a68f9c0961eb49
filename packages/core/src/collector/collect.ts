import { compareText } from '../json/order.ts';
import type { ClientSettings } from './aws/client.ts';
import { checkCredentials, credentialProvider } from './aws/credentials.ts';
import { regionOf } from './aws/region.ts';
import { callsFor, whoAmI } from './calls/index.ts';
import { checkOptions } from './check-options.ts';
import { Asker } from './engine/asker.ts';
import { Halt } from './engine/halt.ts';
import { limitsOf, type Limits } from './engine/limits.ts';
import { Runner, type Keeper } from './engine/run.ts';
import { openEvents } from './events.ts';
import { snapshotOf, type Gathered } from './fill.ts';
import { identityOf, type Identity } from './identity.ts';
import { Journal } from './journal/journal.ts';
import type { Collected, CollectOptions } from './options.ts';
import { leastCalls, planCollection } from './plan.ts';
import { principalsIn, type Principals } from './principals.ts';

/**
 * Reads one account over AWS's API. What AWS refuses is told in the snapshot, with its code; nothing is ever written to the account.
 * @throws DossierError `collect-no-credentials`, `collect-refused`, `collect-other-account`, `collect-unreachable`,
 * `collect-cancelled`, `journal-mismatch`, `journal-unreadable`, `output-unwritable`, `usage`
 */
export async function collect(options: CollectOptions = {}): Promise<Collected> {
  checkOptions(options);
  const halt = new Halt(options.signal);
  halt.check();
  const scope = { depth: options.depth ?? 'account', include: [...(options.include ?? [])].sort() };
  const keeps = { ...scope, endpoint: options.endpoint ?? null };
  const journal = options.journal === undefined ? undefined : await Journal.open(options.journal, options.resume === true, keeps);
  const limits = limitsOf(options.limits);
  const events = openEvents(options.onEvent);
  const asker = new Asker({ settings: await settingsOf(options, limits), limits, halt, emit: events.emit, concurrency: options.concurrency });
  try {
    const gathered = await ask(options, asker, journal, ({ account, arn }) => {
      journal?.begin(account, keeps);
      events.start({ kind: 'start', account: account ?? 'unknown', arn, planned: leastCalls(planCollection(scope)) });
    });
    return collected(gathered, asker, journal);
  } finally {
    journal?.close();
    await asker.close();
  }
}

async function settingsOf({ credentials = {}, region, endpoint }: CollectOptions, { connect, answer }: Limits): Promise<ClientSettings> {
  const { profile, roleArn } = credentials;
  const plain = { ...(endpoint === undefined ? {} : { endpoint }), ...(profile === undefined ? {} : { profile }), connect, answer };
  const chosen = await regionOf({ ...plain, ...(region === undefined ? {} : { region }) }, roleArn);
  const provider = await credentialProvider(credentials, { region: chosen, ...(endpoint === undefined ? {} : { endpoint }) });
  await checkCredentials(provider, credentials);
  return { ...plain, region: chosen, credentials: provider };
}

/** Asks who this is, about the account, and then about its principals. */
async function ask(options: CollectOptions, asker: Asker, journal: Journal | undefined, begin: (who: Identity) => void): Promise<Gathered> {
  const { halt } = asker.around;
  const runner = new Runner(asker, keeperOf(journal));
  const about = callsFor({ ...options, depth: 'account' });
  const who = about.filter(({ name }) => name === whoAmI);
  runner.account = runner.run(who).then(([outcome]) => {
    const found = identityOf(outcome, options.expectedAccount);
    begin(found);
    return found.account;
  });
  // When nothing hangs on it, knowing who this is need not come before the rest.
  if (options.expectedAccount !== undefined || options.resume === true) await runner.account;
  else runner.account.catch((error: unknown) => halt.end(error));
  const outcomes = await runner.run(about);
  await runner.account;
  const gathered: Gathered = { outcomes, made: about, every: false };
  const principals = await wantedPrincipals(options, gathered);
  if (principals === undefined) return gathered;
  const single = callsFor(options, true).filter(({ when }) => when === 'full');
  const rest = await runner.run(single, principals.arns);
  return { outcomes: [...outcomes, ...rest], made: [...about, ...single], every: principals.whole };
}

/** Whom to ask about one by one; nobody at depth `account`, unless somebody is named. */
async function wantedPrincipals({ depth, principals }: CollectOptions, gathered: Gathered): Promise<Principals | undefined> {
  const all = principalsIn(gathered.outcomes);
  if (depth === 'full') return all;
  if (principals === undefined) return undefined;
  const named = new Set(await principals(snapshotOf(gathered)));
  if (named.size === 0) return undefined;
  const arns = all.arns.filter((arn) => named.has(arn));
  return { arns, whole: all.whole && arns.length === all.arns.length };
}

function keeperOf(journal: Journal | undefined): Keeper {
  if (journal === undefined) return { kept: () => undefined, keep: () => undefined };
  return { kept: (key) => journal.kept(key), keep: (key, outcome) => journal.keep(key, outcome) };
}

function collected(gathered: Gathered, asker: Asker, journal: Journal | undefined): Collected {
  const { failure } = asker.around.halt;
  return {
    snapshot: snapshotOf(gathered),
    calls: [...asker.counts].map(([call, count]) => ({ call, count })).sort((a, b) => compareText(a.call, b.call)),
    attempts: asker.attempts,
    ...(failure === undefined ? {} : { interrupted: failure.kind === 'unreachable' ? 'unreachable' : 'credentialsExpired' }),
    discardJournal: async () => {
      await journal?.discard();
    },
  };
}
