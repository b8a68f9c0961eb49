import { partCalls, partNames, subjectsOf, type AssessedSnapshot, type PartName, type RuleResult } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { cell, leftWords, ruleAnchor, type Sheet } from './sheet.ts';

/** What no verdict rests on, and why; `shown` are the rules that have a place of their own: subjects that could not be judged, parts not handed in, layers no snapshot holds. */
export function notEvaluatedView(sheet: Sheet, shown: ReadonlySet<string>) {
  const { assessment, budget, scribe } = sheet;
  const snapshots = take(assessment.snapshots, budget.snapshots);
  return {
    rules: assessment.rules.flatMap((rule) => ruleRow(sheet, rule, shown)),
    snapshots: snapshots.shown.map((snapshot) => partsView(sheet, snapshot)),
    snapshotsLeft: leftWords(sheet, snapshots.left),
    layers: assessment.layersNotSeen.map((layer) => scribe.message(layer)),
  };
}

function ruleRow(sheet: Sheet, rule: RuleResult, shown: ReadonlySet<string>) {
  const { scribe } = sheet;
  const findings = rule.findings.filter((finding) => finding.outcome === 'notEvaluated');
  if (findings.length === 0) return [];
  const why = take([...new Set(findings.map((finding) => scribe.words.message(finding.message)))], sheet.budget.policyNames);
  return [
    {
      title: scribe.text(rule.title),
      anchor: shown.has(rule.id) ? ruleAnchor(rule.id) : '',
      count: findings.flatMap(subjectsOf).length,
      why: why.shown.map((text) => cell(sheet, text)),
      left: leftWords(sheet, why.left),
    },
  ];
}

function partsView(sheet: Sheet, snapshot: AssessedSnapshot) {
  const { scribe, budget } = sheet;
  const absent = partNames.filter((name) => snapshot.parts[name].status !== 'complete');
  const told = absent.filter((name) => snapshot.parts[name].status !== 'missing');
  const missing = absent.filter((name) => snapshot.parts[name].status === 'missing');
  const { shown, left } = take(told, budget.parts);
  return {
    id: snapshot.id,
    rows: shown.map((name) => partRow(sheet, snapshot, name)),
    left: leftWords(sheet, left),
    missing:
      missing.length === 0
        ? ''
        : scribe.say('parts.missing', { count: missing.length, parts: missing.map((name) => scribe.words.say(`implementation.part.${name}`)) }),
  };
}

function partRow(sheet: Sheet, snapshot: AssessedSnapshot, name: PartName) {
  const { status, reason = '', code = '' } = snapshot.parts[name];
  return { calls: callsOf(name), status: sheet.scribe.say(`part.${status}`), reason: cell(sheet, [code, reason].filter(Boolean).join(': ')) };
}

function callsOf(name: PartName): readonly string[] {
  return partCalls[name];
}
