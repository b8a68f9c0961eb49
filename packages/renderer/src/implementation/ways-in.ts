import type { WayIn, WayInKind } from '@iam-dossier/core/assessment';
import { clip, take } from '../view/index.ts';
import { leftWords, type Sheet } from './sheet.ts';

/** Ways by which people come, and ways by which only machines do. Others can be either. */
const peopleKinds: ReadonlySet<WayInKind> = new Set(['identityCenter', 'accountAccessManager', 'saml', 'openIdConnect', 'account', 'principal']);

/** Keys that are told in words. */
const toldApart = /^(aws:multifactorauth(present|age)|sts:externalid)$/i;

export interface WayInRow {
  kind: string;
  /** Account, provider, principal or service; empty where the kind says it all. */
  from: string;
  conditions: string;
}

export function admitsPeople(ways: readonly WayIn[]): boolean {
  return ways.some((way) => peopleKinds.has(way.kind));
}

export function wayInRow(sheet: Sheet, way: WayIn): WayInRow {
  const { scribe, budget } = sheet;
  return {
    kind: scribe.say(`way.${way.kind}`),
    from: clip(fromOf(sheet, way), budget.arn),
    conditions: conditionsOf(sheet, way),
  };
}

/** Whom a way admits, with whose that is where it can be told. */
export function fromOf({ scribe }: Sheet, { kind, from, party, sameAccount }: Pick<WayIn, 'kind' | 'from' | 'party' | 'sameAccount'>): string {
  if (from === '' || kind === 'anyone') return '';
  const name = scribe.text(from);
  if (sameAccount && kind === 'account') return scribe.say('way.this-account', { name });
  const told = kind === 'account' || kind === 'principal';
  return told ? scribe.say('way.of-party', { name, party: scribe.say(`party.${party}`) }) : name;
}

/** What the trust policy asks for, beside who comes. */
function conditionsOf(sheet: Sheet, way: WayIn): string {
  const { scribe, budget } = sheet;
  const { shown, left } = take(
    way.conditionKeys.filter((key) => !toldApart.test(key)),
    budget.conditionKeys,
  );
  const asked = [
    ...(way.mfaRequired ? [scribe.say('condition.mfa')] : []),
    ...(way.externalIdRequired ? [scribe.say('condition.external-id')] : []),
    ...shown.map((key) => clip(scribe.text(key), budget.conditionKey)),
    ...(left === 0 ? [] : [leftWords(sheet, 'names', left)]),
  ];
  return asked.length === 0 ? scribe.say('condition.none') : asked.join(', ');
}

/** Ways in by role, in the order of the assessment. */
export function waysByRole({ assessment }: Sheet): Map<number, WayIn[]> {
  const byRole = new Map<number, WayIn[]>();
  for (const way of assessment.waysIn) {
    const known = byRole.get(way.role);
    if (known) known.push(way);
    else byRole.set(way.role, [way]);
  }
  return byRole;
}
