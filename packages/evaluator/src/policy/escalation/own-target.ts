import type { Caller } from './caller.ts';
import { part, type Lack, type Part } from './judgement.ts';
import { most, rule, type Held, type Rights, type Ruling, type Subject } from './ruling.ts';

/** An action on the caller itself, a group of it, or a policy in force on it. `undefined`: it is not allowed on any. */
export function onItself(rights: Rights, action: string, target: 'self' | 'ownGroup' | 'ownPolicy', caller: Caller): Part | undefined {
  const kind = kindOf(action, target);
  const wanted = kind === 'role' ? 'role' : kind === 'policy' ? undefined : 'user';
  if (wanted !== undefined && caller.type !== undefined && caller.type !== wanted) return part('latent', [{ id: `caller-is-not-${wanted}` }]);
  const arns = arnsOf(target, caller);
  if (arns === undefined) return onSome(rights, { space: `arn:*:iam::*:${kind}/*`, own: kind === 'user' }, target, caller);
  if (arns.length === 0) return part('latent', [{ id: kind === 'policy' ? 'no-own-policy' : 'no-own-group' }]);
  const rulings = arns.map((arn) => rule(rights, { arn }, caller));
  const held = most(...rulings.map((ruling) => ruling.held));
  if (held === 'no') return part('latent', [{ id: 'own-out-of-scope' }]);
  return ruled(
    held,
    rulings.filter((ruling) => ruling.held === held),
    [],
  );
}

function onSome(rights: Rights, subject: Subject, target: 'self' | 'ownGroup' | 'ownPolicy', caller: Caller): Part | undefined {
  const ruling = rule(rights, subject, caller);
  if (ruling.held === 'no') return undefined;
  // Who everything is allowed on needs no name; a group or policy of its own must be known to be there.
  if (target !== 'self') return part('unverified', [{ id: 'account-unknown' }], ruling);
  return ruled(ruling.held, [ruling], ruling.guards.length > 0 ? [] : [{ id: 'caller-unknown' }]);
}

function ruled(held: Held, rulings: readonly Ruling[], unsure: readonly Lack[]): Part {
  if (held === 'yes') return part('reachable', [], ...rulings);
  return part('unverified', unsure.length > 0 ? unsure : [{ id: 'guarded' }], ...rulings);
}

function kindOf(action: string, target: 'self' | 'ownGroup' | 'ownPolicy'): 'user' | 'role' | 'group' | 'policy' {
  if (target === 'ownGroup') return 'group';
  if (target === 'ownPolicy') return 'policy';
  return action.includes('Role') ? 'role' : 'user';
}

function arnsOf(target: 'self' | 'ownGroup' | 'ownPolicy', caller: Caller): readonly string[] | undefined {
  if (target === 'ownGroup') return caller.groupArns;
  if (target === 'ownPolicy') return caller.ownPolicyArns;
  return caller.arn === undefined ? undefined : [caller.arn];
}
