import type { PatternElement } from '@iam-dossier/core/policy-document';
import { actionsOf, type ActionSet } from '../action-set.ts';
import { speaksOfPrincipal } from '../conditions.ts';
import type { AnalysedStatement } from '../document.ts';
import { coversGlob, fitsGlob } from '../glob.ts';
import { filled, isOwn, type Caller } from './caller.ts';
import type { Holding } from './holding.ts';
import { arnsMeet } from './meet.ts';

/** `yes`: always. `maybe`: under a condition, beside a deny, or in a scope that is not known to fit. */
export type Held = 'no' | 'maybe' | 'yes';

/** Whether an action is allowed on something, by which statements, and what stands beside it. */
export interface Ruling {
  held: Held;
  allows: readonly AnalysedStatement[];
  guards: readonly AnalysedStatement[];
}

/** What an action is asked about: one ARN, or every ARN of a kind, of which some may not be known. */
export type Subject = { arn: string } | { space: string; own?: boolean };

export const NOT_HELD: Ruling = { held: 'no', allows: [], guards: [] };
const ORDER: readonly Held[] = ['no', 'maybe', 'yes'];

export function least(...held: readonly Held[]): Held {
  return ORDER[Math.min(...held.map((entry) => ORDER.indexOf(entry)))] ?? 'no';
}

export function most(...held: readonly Held[]): Held {
  return ORDER[Math.max(0, ...held.map((entry) => ORDER.indexOf(entry)))] ?? 'no';
}

/** Statements about one action, layer by layer. Denies of everything are no longer among them: they left nothing. */
export interface Rights {
  allows: readonly AnalysedStatement[];
  layers: readonly (readonly AnalysedStatement[])[];
  denies: readonly AnalysedStatement[];
  /** A layer could not be read. */
  uncertain: boolean;
}

const known = new WeakMap<Holding, Map<string, Rights>>();

/** What a holding says about an action, looked up once. */
export function rightsOf(holding: Holding, action: string): Rights {
  const before = known.get(holding) ?? new Map<string, Rights>();
  known.set(holding, before);
  const rights = before.get(action) ?? findRights(holding, action);
  before.set(action, rights);
  return rights;
}

function findRights({ policies, boundary, controls, controlsOpen }: Holding, action: string): Rights {
  const set = actionsOf(action);
  const about = (entries: readonly AnalysedStatement[], effect: 'Allow' | 'Deny') =>
    entries.filter((entry) => entry.statement.effect === effect && sharesAction(entry.actions, set));
  const identity = policies.flatMap((policy) => policy.statements);
  const layers = [...(boundary === undefined || boundary === 'unknown' ? [] : [boundary]), ...controls];
  return {
    allows: about(identity, 'Allow'),
    layers: layers.map((layer) => about(layer, 'Allow')),
    denies: [identity, ...layers].flatMap((layer) => about(layer, 'Deny')),
    uncertain: boundary === 'unknown' || controlsOpen,
  };
}

function sharesAction(a: ActionSet, b: ActionSet): boolean {
  return b.places.some((place, index) => {
    const at = a.places.indexOf(place);
    return at >= 0 && ((a.words[at] ?? 0) & (b.words[index] ?? 0)) !== 0;
  });
}

/** Whether the action is allowed on the subject. `fits`: leaves out statements whose condition cannot be met here. */
export function rule(rights: Rights, subject: Subject, caller: Caller, fits: (entry: AnalysedStatement) => boolean = () => true): Ruling {
  const granting = bestOf(rights.allows.filter(fits), subject, caller);
  const layers = rights.layers.map((layer) => bestOf(layer.filter(fits), subject, caller));
  const within = least(granting.held, ...layers.map((layer) => layer.held));
  if (within === 'no') return NOT_HELD;
  const denies = rights.denies.filter((deny) => covers(deny.resource, subject, caller) !== 'no');
  const stopped = denies.some(mayStop);
  return {
    held: stopped || rights.uncertain ? 'maybe' : within,
    allows: granting.allows,
    guards: [...new Set([...granting.guards, ...layers.flatMap((layer) => layer.guards), ...denies])],
  };
}

/** Whether a Deny stands before the subject: `yes` where it always does. */
export function deniedOn({ denies }: Rights, subject: Subject, caller: Caller): Held {
  return most(
    ...denies.map((deny) => {
      const covered = covers(deny.resource, subject, caller);
      return covered === 'yes' && deny.condition !== 'none' ? 'maybe' : covered;
    }),
  );
}

/** A Deny that the caller may not get round: MFA, address and time are its own to choose, what it is and touches is not. */
export function mayStop({ condition, statement }: AnalysedStatement): boolean {
  return condition !== 'circumstance' || speaksOfPrincipal(statement.conditions);
}

/** The widest of some Allow statements: without a condition before those with one. */
function bestOf(entries: readonly AnalysedStatement[], subject: Subject, caller: Caller): Ruling {
  const found = entries.flatMap((entry) => {
    const covered = covers(entry.resource, subject, caller);
    return covered === 'no' ? [] : [{ entry, held: entry.condition === 'none' ? covered : ('maybe' as const) }];
  });
  const held = most(...found.map((entry) => entry.held));
  const best = found.filter((entry) => entry.held === held).map(({ entry }) => entry);
  return { held, allows: best, guards: held === 'yes' ? [] : best.filter((entry) => entry.condition !== 'none') };
}

function covers(resource: PatternElement, subject: Subject, caller: Caller): Held {
  return 'arn' in subject ? coversArn(resource, subject.arn, caller) : coversSpace(resource, subject);
}

function coversArn({ negated, patterns }: PatternElement, arn: string, caller: Caller): Held {
  let held: Held = 'no';
  for (const pattern of patterns) {
    const text = filled(pattern, caller);
    if (text && fitsGlob(text.pattern, arn)) held = most(held, text.certain ? 'yes' : 'maybe');
  }
  return negated ? opposite(held) : held;
}

/** Whether patterns take in all of a kind, some of it, or none. The caller's own is all there is of its own kind, and none of others. */
function coversSpace({ negated, patterns }: PatternElement, { space, own }: Extract<Subject, { space: string }>): Held {
  const held = most(
    ...patterns.map((pattern): Held => {
      if (isOwn(pattern)) return own ? 'yes' : 'no';
      const plain = pattern.replace(/\$\{[^{}]*\}/g, '*');
      if (takesAll(plain, space)) return plain === pattern ? 'yes' : 'maybe';
      return arnsMeet(plain, space) ? 'maybe' : 'no';
    }),
  );
  return negated ? opposite(held) : held;
}

/** An account or partition that is named is the one the policy works in. */
function takesAll(pattern: string, space: string): boolean {
  if (coversGlob(pattern, space)) return true;
  const [, partition = '*', , , account = '*'] = pattern.split(':');
  const [arn, , service, region, , ...rest] = space.split(':');
  if (!/^(\*|aws[a-z-]*)$/.test(partition) || !/^(\*|\d{12})$/.test(account)) return false;
  return coversGlob(pattern, [arn, partition, service, region, account, ...rest].join(':'));
}

function opposite(held: Held): Held {
  return held === 'maybe' ? 'maybe' : held === 'yes' ? 'no' : 'yes';
}
