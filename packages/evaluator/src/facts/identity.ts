import type { Identity, Message } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { say } from '../words/format.ts';
import { identityWords } from '../words/identity.ts';
import { declarationOf } from './party.ts';
import type { RoleTrust } from './trust.ts';
import type { UserFact } from './users.ts';

/** Ways into a role by which people come. */
const humanWays = ['identityCenter', 'accountAccessManager', 'saml'] as const;
/** Ways into a role by which only machines come. */
const machineWays = new Set(['service', 'ciOpenIdConnect', 'podIdentity', 'rolesAnywhere']);

/** What stands behind a user: as declared, else as its credentials suggest. */
export function identityOfUser(user: UserFact, engagement: Engagement | undefined): Identity {
  const signs = [
    ...(user.console.access === 'enabled' ? [say(identityWords, 'sign-console')] : []),
    ...(user.console.access === 'disabled' && activeKeys(user) > 0 ? [say(identityWords, 'sign-keys-only')] : []),
  ];
  return declared(user.arn, engagement) ?? presumed(signs, user.console.access === 'enabled' ? 'human' : signs.length > 0 ? 'workload' : null);
}

/** What stands behind a role: as declared, else as its trust policy suggests. */
export function identityOfRole(arn: string, trust: RoleTrust | undefined, engagement: Engagement | undefined): Identity {
  const kinds = trust?.ways.map((way) => way.kind) ?? [];
  const human = humanWays.filter((kind) => kinds.includes(kind));
  const machine = kinds.length > 0 && kinds.every((kind) => machineWays.has(kind));
  const signs = [...human.map((kind) => say(identityWords, `sign-${kind}`)), ...(machine ? [say(identityWords, 'sign-machines')] : [])];
  return declared(arn, engagement) ?? presumed(signs, human.length > 0 ? 'human' : machine ? 'workload' : null);
}

function activeKeys(user: UserFact): number {
  return user.accessKeys?.filter((key) => key.status === 'active').length ?? 0;
}

function declared(arn: string, engagement: Engagement | undefined): Identity | undefined {
  const declaration = declarationOf(arn, engagement);
  if (declaration === undefined || (declaration.kind === undefined && declaration.person === undefined)) return undefined;
  const person = engagement?.people?.find((candidate) => candidate.id === declaration.person)?.name;
  return { kind: declaration.kind ?? 'human', basis: 'declared', signs: [], ...(person === undefined ? {} : { person }) };
}

function presumed(signs: Message[], kind: 'human' | 'workload' | null): Identity {
  return kind === null ? { kind: 'undetermined', basis: 'undetermined', signs } : { kind, basis: 'presumed', signs };
}
