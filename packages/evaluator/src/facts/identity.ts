import type { Identity, Message, WayIn } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { behindWays } from '../policy/index.ts';
import { say } from '../words/format.ts';
import { identityWords } from '../words/identity.ts';
import { declarationOf } from './party.ts';
import { personOf } from './people.ts';
import type { RoleTrust } from './trust.ts';
import type { UserFact } from './users.ts';

/** What stands behind a user: as declared, else as its credentials suggest. */
export function identityOfUser(user: UserFact, engagement: Engagement | undefined): Identity {
  const known = declared(user.arn, engagement);
  if (known) return known;
  const enabled = user.console.access === 'enabled';
  const disabled = user.console.access === 'disabled';
  const signs = [
    ...(enabled ? [say(identityWords, 'sign-console')] : []),
    ...(disabled && activeKeys(user) > 0 ? [say(identityWords, 'sign-keys-only')] : []),
  ];
  return presumed(signs, enabled ? 'human' : signs.length > 0 ? 'workload' : null);
}

/** What stands behind a role: as declared, else as its trust policy suggests. One way of people makes it a person's. */
export function identityOfRole(arn: string, trust: RoleTrust | undefined, engagement: Engagement | undefined): Identity {
  const known = declared(arn, engagement);
  if (known) return known;
  const ways = trust?.ways ?? [];
  const human = ways.filter((way) => behind(way) === 'human');
  const machine = ways.length > 0 && ways.every((way) => behind(way) === 'workload');
  return presumed(signsOf(human.length > 0 ? human : machine ? ways : []), human.length > 0 ? 'human' : machine ? 'workload' : null);
}

/** A machine has no MFA device: a way that asks for one is a person's. */
function behind(way: WayIn): 'human' | 'workload' | undefined {
  return behindWays[way.kind] ?? (asksMfa(way) ? 'human' : undefined);
}

function asksMfa({ kind, mfaRequired }: WayIn): boolean {
  return mfaRequired && (kind === 'account' || kind === 'principal');
}

function signsOf(ways: readonly WayIn[]): Message[] {
  const ids = ways.flatMap(({ kind }) => (`sign-${kind}` in identityWords ? [`sign-${kind}` as keyof typeof identityWords] : ['sign-mfa' as const]));
  return [...new Set(ids)].sort().map((id) => say(identityWords, id));
}

function activeKeys(user: UserFact): number {
  return user.accessKeys?.filter((key) => key.status === 'active').length ?? 0;
}

function declared(arn: string, engagement: Engagement | undefined): Identity | undefined {
  const declaration = declarationOf(arn, engagement);
  if (declaration === undefined || (declaration.kind === undefined && declaration.person === undefined)) return undefined;
  const person = personOf(declaration.person, engagement)?.name;
  return { kind: declaration.kind ?? 'human', basis: 'declared', signs: [], ...(person === undefined ? {} : { person }) };
}

function presumed(signs: Message[], kind: 'human' | 'workload' | null): Identity {
  return kind === null ? { kind: 'undetermined', basis: 'undetermined', signs } : { kind, basis: 'presumed', signs };
}
