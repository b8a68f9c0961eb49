import type { Blocker } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { cell, leftWords, ruleAnchor, subjectAt, type Sheet } from './sheet.ts';
import { blockerKinds } from './verdict.ts';

/** Blockers by kind, worst kind first: criterion, what, who, and what to do. `drawn`: rules whose findings are shown. */
export function blockersView(sheet: Sheet, drawn: ReadonlySet<string>) {
  const { assessment, budget, scribe } = sheet;
  const { shown, left } = take(assessment.readiness.blockers, budget.blockers);
  const numbered = shown.map((blocker, index) => blockerView(sheet, blocker, { number: index + 1, drawn }));
  const kinds = blockerKinds.map((kind) => ({
    kind,
    title: scribe.say(`kind.${kind}`),
    lead: scribe.say(`means.${kind}`),
    rows: numbered.filter((row) => row.kind === kind),
  }));
  return { kinds: kinds.filter(({ rows }) => rows.length > 0), left: leftWords(sheet, left), none: assessment.readiness.blockers.length === 0 };
}

function blockerView(sheet: Sheet, blocker: Blocker, { number, drawn }: { number: number; drawn: ReadonlySet<string> }) {
  const { assessment, budget, scribe } = sheet;
  const { shown, left } = take(blocker.subjects, budget.names);
  const criterion = assessment.criteria.find(({ id }) => id === blocker.criterion);
  return {
    number,
    id: `blocker-${number}`,
    kind: blocker.kind,
    criterion: blocker.criterion,
    criterionTitle: scribe.text(criterion?.title ?? ''),
    message: cell(sheet, scribe.words.message(blocker.message)),
    who: shown.map((index) => subjectAt(sheet, index)),
    whoLeft: left === 0 ? '' : scribe.say('blockers.more', { count: left }),
    mend: scribe.text(blocker.mend),
    claim: blocker.claim ?? '',
    words: blocker.words
      ? {
          place: scribe.say('blockers.line', { member: scribe.text(blocker.words.member), line: blocker.words.line }),
          text: cell(sheet, blocker.words.text),
        }
      : null,
    rule: blocker.rule !== undefined && drawn.has(blocker.rule) ? ruleAnchor(blocker.rule) : '',
  };
}
