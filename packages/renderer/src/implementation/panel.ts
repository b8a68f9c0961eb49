import type { Profile, WayIn } from '@iam-dossier/core/assessment';
import { clip, mayDo, take, writeKnownTime, writeTime } from '../view/index.ts';
import { accessKeyRows } from './access-keys.ts';
import { permissionsTable } from './permissions.ts';
import { cell, isUser, leftWords, panelId, snapshotOf, subjectAt, type Sheet } from './sheet.ts';
import { wayInRow } from './ways-in.ts';

const SECONDS_PER_HOUR = 3600;

export interface PanelFact {
  label: string;
  lines: string[];
  /** Nothing there, or nothing known: set back. */
  faint: boolean;
}

/** The panel of one principal: AWS's labels, our values, and the snapshot they come from. */
export function principalPanel(sheet: Sheet, profile: Profile, ways: readonly WayIn[]) {
  const { scribe } = sheet;
  const subject = subjectAt(sheet, profile.subject);
  const user = isUser(profile);
  const name = cell(sheet, subject.name);
  const does = functionOf(sheet, profile);
  return {
    id: panelId(profile.subject),
    name,
    kind: scribe.say(user ? 'panel.user' : 'panel.role'),
    arn: clip(scribe.text(subject.arn), sheet.budget.arn),
    function: does,
    may: mayOf(sheet, profile),
    facts: user ? userFacts(sheet, profile) : roleFacts(sheet, profile),
    trust: user ? null : trustOf(sheet, ways),
    permissions: permissionsTable(sheet, profile),
    origin: originOf(sheet, profile),
  };
}

/** What the principal may do, in plain words, from its effective permissions. */
export function functionOf({ assessment, scribe, budget }: Sheet, { effective }: Profile): string {
  const permissions = assessment.effectivePermissions[effective];
  return permissions ? clip(scribe.message(permissions.function), budget.function) : scribe.say('not-in-data');
}

/** The same in one line: services changed and read, and how far. */
export function mayOf({ assessment, scribe, budget }: Sheet, { effective }: Profile): string {
  const permissions = assessment.effectivePermissions[effective];
  return permissions ? clip(mayDo(permissions, scribe, budget.servicesOfLine), budget.may) : '';
}

/** Which snapshot a panel was written from. */
export function originOf(sheet: Sheet, profile: Profile): string {
  const { scribe } = sheet;
  const { id, collectedAt } = snapshotOf(sheet, subjectAt(sheet, profile.subject));
  return scribe.say('panel.origin', { id: scribe.text(id), time: collectedAt === null ? scribe.say('time.unknown') : writeTime(collectedAt) });
}

function userFacts(sheet: Sheet, profile: Profile): PanelFact[] {
  return [
    fact(sheet, 'console-access', [consoleText(sheet, profile)]),
    fact(sheet, 'last-sign-in', [writeKnownTime(profile.console?.lastSignIn ?? { state: 'unknown' }, timeWords(sheet))]),
    fact(sheet, 'mfa', mfaLines(sheet, profile)),
    fact(sheet, 'created', [writeKnownTime(profile.created, timeWords(sheet))]),
    ...accessKeyRows(sheet, profile).map(({ label, lines }) => factOf(sheet, label, lines)),
    fact(sheet, 'groups', groupLines(sheet, profile)),
    ...commonFacts(sheet, profile),
    fact(sheet, 'other-credentials', otherCredentials(sheet, profile)),
  ];
}

function roleFacts(sheet: Sheet, profile: Profile): PanelFact[] {
  const { scribe } = sheet;
  const seconds = profile.maxSessionDuration;
  const duration =
    seconds === undefined ? scribe.say('not-in-data') : scribe.say('panel.hours', { hours: Math.round((seconds / SECONDS_PER_HOUR) * 100) / 100 });
  return [
    fact(sheet, 'last-activity', [
      writeKnownTime(profile.lastUsed ?? { state: 'unknown' }, { ...timeWords(sheet), none: scribe.say('panel.no-activity') }),
    ]),
    fact(sheet, 'session', [duration]),
    fact(sheet, 'created', [writeKnownTime(profile.created, timeWords(sheet))]),
    ...(profile.description === undefined || profile.description === ''
      ? []
      : [fact(sheet, 'description', [clip(scribe.text(profile.description), sheet.budget.sentence)])]),
    ...commonFacts(sheet, profile),
  ];
}

function commonFacts(sheet: Sheet, profile: Profile): PanelFact[] {
  return [
    fact(sheet, 'tags', tagLines(sheet, profile)),
    fact(sheet, 'identity', identityLines(sheet, profile)),
    ...(profile.permissionsBoundary === undefined ? [] : [fact(sheet, 'boundary', [cell(sheet, profile.permissionsBoundary)])]),
  ];
}

function fact(sheet: Sheet, key: string, lines: string[]): PanelFact {
  return factOf(sheet, sheet.scribe.say(`panel.${key}`), lines);
}

function factOf({ scribe }: Sheet, label: string, lines: string[]): PanelFact {
  const shown = lines.length === 0 ? [scribe.say('panel.none')] : lines;
  const quiet = ['panel.none', 'not-in-data', 'no-use'].map((key) => scribe.say(key));
  return { label, lines: shown, faint: quiet.includes(shown[0] ?? '') };
}

function timeWords({ scribe }: Sheet): { none: string; unknown: string } {
  return { none: scribe.say('no-use'), unknown: scribe.say('not-in-data') };
}

function consoleText({ scribe }: Sheet, { console }: Profile): string {
  if (!console || console.access === 'unknown') return scribe.say('not-in-data');
  return console.access === 'disabled' ? scribe.say('console.disabled') : scribe.say(`console.enabled-${console.mfa}`);
}

function mfaLines(sheet: Sheet, { console }: Profile): string[] {
  const { scribe } = sheet;
  if (!console || console.mfa === 'unknown') return [scribe.say('not-in-data')];
  if (console.mfa === 'none') return [];
  if (console.mfaDevices.length === 0) return [scribe.say('mfa.unseen')];
  const { shown, left } = take(console.mfaDevices, sheet.budget.devices);
  const devices = shown.map(({ kind, enabled }) => {
    const device = scribe.say(`mfa.${kind}`);
    return enabled.state === 'known' ? scribe.say('mfa.since', { device, time: writeTime(enabled.at) }) : device;
  });
  return left === 0 ? devices : [...devices, leftWords(sheet, 'devices', left)];
}

function groupLines(sheet: Sheet, { groups }: Profile): string[] {
  if (groups === null || groups === undefined) return [sheet.scribe.say('not-in-data')];
  const { shown, left } = take(groups, sheet.budget.groups);
  return [...shown.map((name) => cell(sheet, name)), ...(left === 0 ? [] : [leftWords(sheet, 'groups', left)])];
}

function tagLines(sheet: Sheet, { tags }: Profile): string[] {
  if (tags === null) return [sheet.scribe.say('not-in-data')];
  const { shown, left } = take(tags, sheet.budget.tags);
  return [
    ...shown.map(({ key, value }) => cell(sheet, value === '' ? key : `${key} = ${value}`)),
    ...(left === 0 ? [] : [leftWords(sheet, 'tags', left)]),
  ];
}

/** Who or what is behind it, and whether that was declared or is presumed from signs. */
function identityLines(sheet: Sheet, { identity, purpose }: Profile): string[] {
  const { scribe } = sheet;
  const who =
    identity.person === undefined ? scribe.say(`identity.${identity.kind}`) : scribe.say('identity.person', { name: cell(sheet, identity.person) });
  const basis = scribe.say(`basis.${identity.basis}`);
  return [`${who} (${basis})`, ...(purpose === undefined ? [] : [cell(sheet, scribe.words.text(purpose))])];
}

const otherKinds = ['serviceSpecific', 'sshKeys', 'signingCertificates'] as const;

function otherCredentials(sheet: Sheet, { otherCredentials: other }: Profile): string[] {
  const { scribe } = sheet;
  if (!other) return [scribe.say('not-in-data')];
  const counts = otherKinds.map((kind) => ({ kind, count: other[kind] }));
  const unknown = counts.filter(({ count }) => count === null).map(({ kind }) => scribe.say(`credential-name.${kind}`));
  return [
    ...counts.flatMap(({ kind, count }) => (count === null || count === 0 ? [] : [scribe.say(`credential.${kind}`, { count })])),
    ...(unknown.length === 0 ? [] : [scribe.say('credential.unknown', { kinds: unknown })]),
  ];
}

function trustOf(sheet: Sheet, ways: readonly WayIn[]) {
  const { shown, left } = take(ways, sheet.budget.waysInOfRole);
  return {
    none: ways.length === 0 ? sheet.scribe.say('trust.none') : '',
    rows: shown.map((way) => wayInRow(sheet, way)),
    left: leftWords(sheet, 'ways', left),
  };
}
