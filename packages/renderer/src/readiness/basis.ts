import type { AssessedSnapshot, DirectoryRow } from '@iam-dossier/core/assessment';
import { sortedBy } from '@iam-dossier/core/json';
import { clip, take, writeTime } from '../view/index.ts';
import { cell, leftWords, place, subjectAt, type Sheet } from './sheet.ts';

/** What is to be known beside the blockers: warnings, and what the import noted. */
export function warningsView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const warnings = take(assessment.readiness.warnings, budget.warnings);
  const notes = take(
    assessment.snapshots.flatMap((snapshot) => snapshot.notes.map((note) => ({ snapshot: snapshot.id, ...note }))),
    budget.notes,
  );
  return {
    warnings: warnings.shown.map((warning) => clip(scribe.message(warning), budget.warning)),
    warningsLeft: leftWords(sheet, warnings.left),
    notes: notes.shown.map((note) => ({
      snapshot: note.snapshot,
      level: scribe.say(`note.${note.level}`),
      file: place(sheet, note.file ?? ''),
      message: cell(sheet, note.message),
    })),
    notesLeft: leftWords(sheet, notes.left),
  };
}

/** Thresholds in force, and who was judged. */
export function settingsView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const { inScope, leftOut } = assessment.scope;
  const { shown, left } = take(leftOut, budget.leftOut);
  const options = take(
    assessment.rules.filter((rule) => Object.keys(rule.options).length > 0),
    budget.options,
  );
  const directory = take(assessment.directory, budget.directory);
  const total = inScope + leftOut.reduce((sum, entry) => sum + entry.count, 0);
  return {
    scope: scribe.say('scope', { inScope, total }),
    leftOut: shown.map((entry) => ({ count: scribe.words.number(entry.count), reason: cell(sheet, scribe.words.message(entry.reason)) })),
    left: leftWords(sheet, left),
    directory: directory.shown.map((row) => directoryRow(sheet, row)),
    directoryLeft: leftWords(sheet, directory.left),
    options: options.shown.map((rule) => ({
      rule: scribe.text(rule.title),
      values: sortedBy(Object.entries(rule.options), ([name]) => name).map(([name, value]) => ({
        name,
        value: typeof value === 'number' ? scribe.words.number(value) : String(value),
      })),
    })),
    optionsLeft: leftWords(sheet, options.left),
  };
}

function directoryRow(sheet: Sheet, { subject, effective, reason }: DirectoryRow) {
  const { assessment, scribe } = sheet;
  const { name, type } = subjectAt(sheet, subject);
  const permissions = assessment.effectivePermissions[effective];
  return { name, type, function: permissions ? scribe.words.message(permissions.function) : '', reason: cell(sheet, scribe.words.message(reason)) };
}

/** What the document was made from: digests, versions, times. */
export function provenanceView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const { generator, actionData, checklist, issuedAt, engagement, partner } = assessment;
  const snapshots = take(assessment.snapshots, budget.snapshots);
  const fact = (key: string, text: string, mono = false) => ({ label: scribe.say(`provenance.${key}`), values: [{ text, mono }], undeclared: false });
  const none = scribe.say('provenance.none');
  return {
    facts: [
      fact('issued', issuedAt),
      fact('generator', `${generator.name} ${generator.version}`),
      fact('actions', `${actionData.source} ${actionData.version} (${actionData.date})`),
      fact(
        'checklist',
        scribe.say(checklist.wordingConfirmed ? 'provenance.release-confirmed' : 'provenance.release-unconfirmed', { release: checklist.release }),
      ),
      fact('engagement', engagement ? `${engagement.id} · ${engagement.digest}` : none, engagement !== null),
      fact('partner', partner ? `${scribe.text(partner.name)} · ${partner.digest}` : none, partner !== null),
    ],
    snapshots: snapshots.shown.map((snapshot) => snapshotView(sheet, snapshot)),
    left: leftWords(sheet, snapshots.left),
  };
}

function snapshotView({ scribe }: Sheet, snapshot: AssessedSnapshot) {
  const time = (value: string | null) => (value === null ? scribe.say('provenance.unknown') : writeTime(value));
  const { account, digest, collectedAt, asOf, credentialReportGeneratedTime, generator, unknownMembers } = snapshot;
  const name = account.name === undefined ? '' : ` · ${scribe.text(account.name)}`;
  const fact = (key: string, text: string, mono = false) => ({ label: scribe.say(`provenance.${key}`), values: [{ text, mono }], undeclared: false });
  return {
    id: snapshot.id,
    facts: [
      fact('account', `${account.id}${name}`),
      fact('digest', digest, true),
      fact('collected', time(collectedAt)),
      fact('as-of', time(asOf)),
      fact('credential-report', time(credentialReportGeneratedTime)),
      fact('collector', `${generator.name} ${generator.version}`),
      fact('unknown-members', scribe.words.number(unknownMembers)),
    ],
  };
}
