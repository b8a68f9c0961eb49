import type { Sop } from '@iam-dossier/core/partner';
import { clip, take, writeTime } from '../view/index.ts';
import { leftWords, undeclared, type Sheet } from './sheet.ts';

export interface ControlRow {
  label: string;
  values: { text: string; mono: boolean }[];
  undeclared: boolean;
}

/** Number, version, people and sources of the document. What nobody declared is shown as such. */
export function documentControl(sheet: Sheet, title: string): ControlRow[] {
  const { engagement, partner, assessment, scribe } = sheet;
  const { checklist, issuedAt } = assessment;
  const document = engagement?.document;
  const row = (key: string, text: string | undefined): ControlRow => {
    const values = [{ text: text === undefined ? undeclared(sheet) : clip(scribe.text(text), sheet.budget.sentence), mono: false }];
    return { label: scribe.say(`control.${key}`), values, undeclared: text === undefined };
  };
  return [
    row('number', document?.number),
    row('title', title),
    row('version', document?.version),
    row('date', document?.date),
    ...(document?.date === issuedAt ? [] : [row('issued', issuedAt)]),
    row('author', document?.author),
    row('approver', document?.approver),
    row('classification', document?.classification === undefined ? undefined : scribe.words.text(document.classification)),
    row('customer', engagement?.customer.name),
    row('partner', partner?.legalName ?? partner?.name),
    row('sop', partner?.sop && sopText(sheet, partner.sop)),
    row(
      'checklist',
      scribe.say(checklist.wordingConfirmed ? 'control.release-confirmed' : 'control.release-unconfirmed', {
        id: checklist.id,
        release: checklist.release,
      }),
    ),
    row('designation', checklist.designation),
    snapshotRow(sheet),
  ];
}

function sopText({ scribe }: Sheet, { id = '', version, adopted }: Sop): string {
  const name = `${id} ${scribe.say('control.sop-version', { version })}`.trim();
  if (!adopted || adopted.version !== version) return scribe.say('control.sop-draft', { name });
  return scribe.say('control.sop-adopted', { name, approver: adopted.approver, date: adopted.date });
}

function snapshotRow(sheet: Sheet): ControlRow {
  const { assessment, scribe, budget } = sheet;
  const { shown, left } = take(assessment.snapshots, budget.accounts);
  const lines = shown.map(({ id, collectedAt }) => {
    const time = collectedAt === null ? scribe.say('time.unknown') : writeTime(collectedAt);
    return scribe.say('control.snapshot', { id: scribe.text(id), time });
  });
  const texts = left === 0 ? lines : [...lines, leftWords(sheet, 'accounts', left)];
  return {
    label: scribe.say('control.snapshots', { count: assessment.snapshots.length }),
    values: texts.map((text) => ({ text, mono: false })),
    undeclared: false,
  };
}
