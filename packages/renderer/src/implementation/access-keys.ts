import type { AccessKeyFact, Profile } from '@iam-dossier/core/assessment';
import { ageInDays } from '@iam-dossier/core/time';
import { writeTime } from '../view/index.ts';
import { snapshotOf, subjectAt, type Sheet } from './sheet.ts';

const slots = [1, 2] as const;

/** AWS allows two access keys a user: what each slot holds, or that no source tells. */
export function accessKeyRows(sheet: Sheet, profile: Profile): { label: string; lines: string[] }[] {
  const { scribe } = sheet;
  const keys = profile.accessKeys;
  const asOf = snapshotOf(sheet, subjectAt(sheet, profile.subject)).asOf;
  return slots.map((slot) => {
    const label = scribe.say('panel.access-key', { slot });
    if (keys === null || keys === undefined) return { label, lines: [scribe.say('not-in-data')] };
    const key = placed(keys)[slot - 1];
    return { label, lines: key ? keyLines(sheet, key, asOf) : [scribe.say('panel.no-access-key')] };
  });
}

/** Keys in their slots: those the credential report places, then the others where there is room. */
function placed(keys: readonly AccessKeyFact[]): (AccessKeyFact | undefined)[] {
  const row: (AccessKeyFact | undefined)[] = slots.map((slot) => keys.find((key) => key.slot === slot));
  for (const key of keys.filter((candidate) => !row.includes(candidate))) {
    const free = row.indexOf(undefined);
    if (free >= 0) row[free] = key;
    else row.push(key);
  }
  return row;
}

function keyLines({ scribe }: Sheet, key: AccessKeyFact, asOf: string | null): string[] {
  const id = key.maskedId === undefined ? '' : ` · ${scribe.text(key.maskedId)}`;
  const where = [key.lastUsedService, key.lastUsedRegion].filter((text) => text !== undefined).map((text) => scribe.text(text));
  return [
    `${scribe.say(`key.${key.status}`)}${id}`,
    createdLine(),
    key.lastUsed.state === 'known'
      ? scribe.say(where.length === 0 ? 'key.used' : 'key.used-where', { time: writeTime(key.lastUsed.at), where: where.join(', ') })
      : scribe.say(key.lastUsed.state === 'none' ? 'key.unused' : 'key.use-unknown'),
  ];

  function createdLine(): string {
    if (key.created.state !== 'known') return scribe.say('key.created-unknown');
    const time = writeTime(key.created.at);
    return asOf === null ? scribe.say('key.created', { time }) : scribe.say('key.created-age', { time, days: ageInDays(key.created.at, asOf) });
  }
}
