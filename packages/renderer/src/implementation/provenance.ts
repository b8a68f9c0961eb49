import type { AssessedSnapshot } from '@iam-dossier/core/assessment';
import { clip, fit, linesIn, take, writeTime } from '../view/index.ts';
import { accountTitle } from './account-settings.ts';
import { partsView } from './parts.ts';
import { cell, leftWords, undeclared, type Sheet } from './sheet.ts';

export interface ProvenanceRow {
  label: string;
  values: { text: string; mono: boolean }[];
  undeclared: boolean;
}

/** Where everything comes from, with digests, and what was not seen. Written last: it counts what the others wrote. */
export function provenance(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const drawn = take(assessment.snapshots, budget.snapshots.most).shown.map((snapshot) => snapshotView(sheet, snapshot));
  const { shown } = fit(drawn, budget.snapshots, snapshotLines);
  return {
    lead: scribe.say('provenance.lead'),
    rows: documentRows(sheet),
    snapshots: shown,
    left: leftWords(sheet, 'accounts', assessment.snapshots.length - shown.length),
    layers: assessment.layersNotSeen.map((layer) => scribe.message(layer)),
    uncovered: uncoveredText(sheet),
  };
}

function documentRows(sheet: Sheet): ProvenanceRow[] {
  const { assessment, scribe } = sheet;
  const { generator, actionData, issuedAt, engagement, partner } = assessment;
  return [
    row(sheet, 'tool', `${generator.name} ${generator.version}`),
    row(sheet, 'action-data', scribe.say('provenance.action-data-value', { ...actionData })),
    row(sheet, 'issued', issuedAt),
    row(sheet, 'engagement', engagement?.digest, true),
    row(sheet, 'partner', partner?.digest, true),
  ];
}

function row(sheet: Sheet, key: string, text: string | undefined, mono = false): ProvenanceRow {
  const values = [{ text: text ?? undeclared(sheet), mono: mono && text !== undefined }];
  return { label: sheet.scribe.say(`provenance.${key}`), values, undeclared: text === undefined };
}

function snapshotView(sheet: Sheet, snapshot: AssessedSnapshot) {
  const { scribe, budget } = sheet;
  const notes = take(snapshot.notes, budget.notes);
  return {
    title: accountTitle(sheet, snapshot),
    rows: snapshotRows(sheet, snapshot),
    ...partsView(sheet, snapshot.parts),
    notes: notes.shown.map(({ level, file, message }) => ({
      level: scribe.say(`note.${level}`),
      file: file === undefined ? '' : cell(sheet, file),
      message: clip(scribe.text(message), budget.sentence),
    })),
    notesLeft: leftWords(sheet, 'notes', notes.left),
    unknownMembers: snapshot.unknownMembers === 0 ? '' : scribe.say('provenance.unknown-members', { count: snapshot.unknownMembers }),
  };
}

/** Printed lines the provenance of one snapshot takes, estimated. */
function snapshotLines({ rows, parts, sources, notes, absent }: ReturnType<typeof snapshotView>): number {
  const told = parts.reduce((sum, { calls, why }) => sum + 0.6 + calls.length + (why === '' ? 0 : linesIn(90, why)), 0);
  const listed = sources.reduce((sum, { name }) => sum + 0.6 + linesIn(22, name), 0);
  const noted = notes.reduce((sum, { file, message }) => sum + 0.6 + Math.max(linesIn(30, file), linesIn(60, message)), 0);
  return 16 + rows.length * 1.6 + told + listed + noted + absent.length * 4;
}

/** The credential report has a time of its own: AWS may answer with one up to four hours old. */
function snapshotRows(sheet: Sheet, snapshot: AssessedSnapshot): ProvenanceRow[] {
  const { scribe } = sheet;
  const { id, digest, account, collectedAt, asOf, credentialReportGeneratedTime, generator } = snapshot;
  const time = (value: string | null) => (value === null ? scribe.say('time.unknown') : writeTime(value));
  return [
    row(sheet, 'snapshot', scribe.text(id)),
    row(sheet, 'digest', digest, true),
    row(sheet, 'account', scribe.say('provenance.account-value', { id: scribe.text(account.id), partition: scribe.text(account.partition) })),
    ...(account.aliases.length === 0 ? [] : [row(sheet, 'aliases', cell(sheet, account.aliases.join(', ')))]),
    row(sheet, 'collected', time(collectedAt)),
    row(sheet, 'credential-report', time(credentialReportGeneratedTime)),
    row(sheet, 'as-of', time(asOf)),
    row(sheet, 'written-by', `${scribe.text(generator.name)} ${scribe.text(generator.version)}`),
  ];
}

function uncoveredText({ scribe, budget }: Sheet): string {
  const codePoints = scribe.uncovered();
  if (codePoints.length === 0) return '';
  const { shown, left } = take(codePoints, budget.notes * 4);
  const list = [...shown, ...(left === 0 ? [] : [scribe.say('left.code-points', { count: left })])].join(', ');
  return scribe.say('provenance.uncovered', { count: codePoints.length, list });
}
