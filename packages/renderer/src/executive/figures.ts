import type { Profile } from '@iam-dossier/core/assessment';
import { isUser, type Sheet } from '../implementation/index.ts';
import type { Scribe } from '../view/index.ts';

/** A number read from the snapshots, and what it counts. `open`: what could not be counted, in words. */
export interface Figure {
  value: string;
  label: string;
  open: string;
}

/** The six figures that reviewers ask about first. What is not in the data is told beside the number, never counted as none. */
export function figures({ assessment, partner, engagement }: Sheet, scribe: Scribe): Figure[] {
  const { profiles } = assessment;
  const users = profiles.filter(isUser);
  const roles = profiles.filter((profile) => !isUser(profile));
  const tell = (key: string, count: number | string, unknown: number): Figure => ({
    value: typeof count === 'number' ? scribe.words.number(count) : count,
    label: scribe.say(`figure.${key}`, { count }),
    open: unknown === 0 ? '' : scribe.say('figure.open', { count: unknown }),
  });
  const claims = assessment.claims.filter(({ outcome }) => outcome === 'held').length;
  const declared = [partner, engagement].some((given) => given !== undefined);
  return [
    tell('roles', roles.length, 0),
    tell('users', users.length, 0),
    keys(users, tell),
    administrators({ assessment, profiles }, tell),
    sessions(roles, tell),
    tell('claims', declared ? scribe.say('figure.of', { count: claims, total: assessment.claims.length }) : 0, 0),
  ];
}

type Tell = (key: string, count: number | string, unknown: number) => Figure;

function keys(users: readonly Profile[], tell: Tell): Figure {
  const active = users.flatMap(({ accessKeys }) => (accessKeys ?? []).filter(({ status }) => status === 'active')).length;
  const unknown = users.filter(({ accessKeys }) => !accessKeys || accessKeys.some(({ status }) => status === 'unknown')).length;
  return tell('keys', active, unknown);
}

function administrators({ assessment, profiles }: Pick<Sheet, 'assessment'> & { profiles: readonly Profile[] }, tell: Tell): Figure {
  const permissions = profiles.map(({ effective }) => assessment.effectivePermissions[effective]);
  const count = permissions.filter((entry) => entry?.administrator === true).length;
  const unknown = permissions.filter((entry) => entry?.administrator !== true && entry?.status !== 'known').length;
  return tell('administrators', count, unknown);
}

const SECONDS_PER_HOUR = 3600;

function sessions(roles: readonly Profile[], tell: Tell): Figure {
  const known = roles.flatMap(({ maxSessionDuration }) => maxSessionDuration ?? []);
  const hours = Math.round((Math.max(0, ...known) / SECONDS_PER_HOUR) * 100) / 100;
  return tell('session', known.length === 0 ? '–' : hours, roles.length - known.length);
}
