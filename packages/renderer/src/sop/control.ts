import type { Partner } from '@iam-dossier/core/partner';
import type { Words } from '../words/index.ts';
import type { Adoption } from './adoption.ts';

export interface ControlRow {
  label: string;
  values: { text: string; mono: boolean }[];
  undeclared: boolean;
}

/** The document control table: what the partner file says, and what it does not say. */
export function controlRows(partner: Partner | undefined, adoption: Adoption, title: string, words: Words): ControlRow[] {
  const sop = partner?.sop;
  const adopted = adoption.state === 'adopted' ? adoption : undefined;
  const row = (key: string, text: string | undefined, none = 'sop.control.none', mono = false): ControlRow => ({
    label: words.say(`sop.control.${key}`),
    values: [{ text: text ?? words.say(none), mono: mono && text !== undefined }],
    undeclared: text === undefined,
  });
  return [
    row('title-of', title),
    row('id', sop?.id, 'sop.control.none', true),
    row('version', sop?.version),
    row('status', words.say(adopted ? 'sop.status.adopted' : 'sop.status.draft')),
    row('classification', sop?.classification === undefined ? undefined : words.text(sop.classification)),
    row('organisation', partner?.legalName ?? partner?.name),
    row('owner', sop?.owner),
    row('contact', partner?.contact),
    row('approver', adopted?.approver, 'sop.control.not-adopted'),
    row('adopted', adopted?.date, 'sop.control.not-adopted'),
    row('effective', sop?.effectiveDate),
    row('review', sop?.reviewDate),
  ];
}
