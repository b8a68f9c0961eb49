import type { Profile } from '@iam-dossier/core/assessment';
import { isUser, sentences, type Sheet } from './sheet.ts';
import { admitsPeople, waysByRole } from './ways-in.ts';

const SECONDS_PER_HOUR = 3600;

type Topic = 'console' | 'programmatic' | 'temporaryCredentials' | 'federation' | 'dedicatedCredentials';

/** What the snapshots show on a topic of the access approach: counts over the principals in scope. */
export function measuredOn(sheet: Sheet, topic: Topic): string[] {
  return counters[topic](sheet);
}

const counters: Record<Topic, (sheet: Sheet) => string[]> = {
  console: consoleFacts,
  programmatic: programmaticFacts,
  temporaryCredentials: sessionFacts,
  federation: federationFacts,
  dedicatedCredentials: personFacts,
};

function consoleFacts(sheet: Sheet): string[] {
  const users = sheet.assessment.profiles.filter(isUser);
  const enabled = users.filter((user) => user.console?.access === 'enabled');
  const mfa = enabled.filter((user) => user.console?.mfa === 'active').length;
  const unknown = users.filter((user) => user.console?.access === 'unknown').length;
  const { scribe } = sheet;
  return [
    users.length === 0 ? scribe.say('measured.no-users') : scribe.say('measured.console-users', { count: enabled.length, total: users.length }),
    ...(enabled.length === 0 ? [] : [scribe.say('measured.console-mfa', { count: mfa, total: enabled.length })]),
    ...(unknown === 0 ? [] : [scribe.say('measured.console-unknown', { count: unknown })]),
    ...peopleRoles(sheet),
  ];
}

/** Roles by which people come, and how many of these ask for MFA in every such statement. */
function peopleRoles(sheet: Sheet): string[] {
  const { scribe } = sheet;
  const roles = [...waysByRole(sheet).values()].filter(admitsPeople);
  if (roles.length === 0) return [scribe.say('measured.no-people-roles')];
  const mfa = roles.filter((ways) => ways.every((way) => way.mfaRequired)).length;
  return [scribe.say('measured.people-roles', { count: roles.length }), scribe.say('measured.people-roles-mfa', { count: mfa, total: roles.length })];
}

function programmaticFacts(sheet: Sheet): string[] {
  const { scribe } = sheet;
  const users = sheet.assessment.profiles.filter(isUser);
  const active = users.filter((user) => user.accessKeys?.some((key) => key.status === 'active')).length;
  const unknown = users.filter((user) => user.accessKeys === null).length;
  const roles = [...waysByRole(sheet).values()];
  const machines = roles.filter((ways) => !admitsPeople(ways)).length;
  return [
    users.length === 0 ? scribe.say('measured.no-users') : scribe.say('measured.key-users', { count: active, total: users.length }),
    ...(unknown === 0 ? [] : [scribe.say('measured.keys-unknown', { count: unknown })]),
    roles.length === 0 ? scribe.say('measured.no-roles') : scribe.say('measured.machine-roles', { count: machines, total: roles.length }),
  ];
}

function sessionFacts({ assessment, scribe }: Sheet): string[] {
  const roles = assessment.profiles.filter((profile) => !isUser(profile));
  if (roles.length === 0) return [scribe.say('measured.no-roles')];
  const durations = roles.flatMap((role) => role.maxSessionDuration ?? []);
  const hours = Math.round((Math.max(0, ...durations) / SECONDS_PER_HOUR) * 100) / 100;
  return [
    scribe.say('measured.roles', { count: roles.length }),
    ...(durations.length === 0 ? [] : [scribe.say('measured.session', { hours })]),
    ...(durations.length === roles.length ? [] : [scribe.say('measured.session-unknown', { count: roles.length - durations.length })]),
  ];
}

/** The customer's own people may come by roles out of scope: the criterion counts these, the rest is of roles in scope. */
function federationFacts(sheet: Sheet): string[] {
  const { assessment, scribe } = sheet;
  const kinds = ['identityCenter', 'accountAccessManager', 'saml', 'openIdConnect'] as const;
  const roles = [...waysByRole(sheet).values()];
  const counted = kinds.map((kind) => ({ kind, count: roles.filter((ways) => ways.some((way) => way.kind === kind)).length }));
  const found = counted
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => scribe.say('measured.federated-roles', { count, kind: scribe.say(`way.${kind}`) }));
  const providers = assessment.snapshots.map(({ counts }) => ({ saml: counts.samlProviders, oidc: counts.openIdConnectProviders }));
  const told = sentences(sheet, assessment.criteria.find(({ id }) => id === 'A3')?.facts ?? []);
  return [
    ...told,
    ...(found.length > 0 ? found : [scribe.say(told.length > 0 ? 'measured.federated-out-of-scope' : 'measured.no-federated-roles')]),
    providerFact(
      sheet,
      'saml-providers',
      providers.map(({ saml }) => saml),
    ),
    providerFact(
      sheet,
      'oidc-providers',
      providers.map(({ oidc }) => oidc),
    ),
  ];
}

function providerFact({ scribe }: Sheet, key: string, counts: readonly (number | null)[]): string {
  const known = counts.filter((count) => count !== null);
  if (known.length < counts.length) return scribe.say(`measured.${key}-unknown`);
  return scribe.say(`measured.${key}`, { count: known.reduce((sum, count) => sum + count, 0) });
}

function personFacts(sheet: Sheet): string[] {
  const { assessment, scribe } = sheet;
  const users = assessment.profiles.filter(isUser);
  if (users.length === 0) return [scribe.say('measured.no-users'), ...sessionNames(sheet)];
  const humans = users.filter(isForPeople);
  const named = humans.filter((user) => user.identity.person !== undefined).length;
  const machines = users.length - humans.length;
  return [
    scribe.say('measured.persons', { count: named, total: humans.length }),
    ...(machines === 0 ? [] : [scribe.say('measured.workload-users', { count: machines })]),
    ...sessionNames(sheet),
  ];
}

/** Roles for people whose trust policy tells one caller from another. */
function sessionNames(sheet: Sheet): string[] {
  const roles = [...waysByRole(sheet).values()].filter(admitsPeople);
  const named = roles.filter((ways) => ways.every((way) => way.proof.length > 0)).length;
  return named === 0 ? [] : [sheet.scribe.say('measured.session-names', { count: named, total: roles.length })];
}

function isForPeople({ identity }: Profile): boolean {
  return identity.kind !== 'workload';
}
