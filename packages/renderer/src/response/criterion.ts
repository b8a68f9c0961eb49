import type { CriterionResult } from '@iam-dossier/core/assessment';
import { plainText, readText } from '../markdown/index.ts';
import { evidenceOf } from './evidence.ts';
import { principalLines } from './principals.ts';
import type { Sheet } from './sheet.ts';
import { firstWords, sentencesOf, type Piece } from './words-within.ts';

const mostTitleWords = 12;
const mostReasonWords = 20;

/** One criterion: what always stands there, and the sentences that may. */
export interface CriterionBlock {
  id: string;
  head: string;
  pieces: Piece[];
  evidence: string;
}

export function blockOf(sheet: Sheet, criterion: CriterionResult): CriterionBlock {
  const { id, title, outcome } = criterion;
  const head = sheet.form.strong(`${id}. ${firstWords(sheet.data(title), mostTitleWords)}`);
  if (outcome !== 'pass') return { id, head: `${head}\n${notReady(sheet, criterion)}`, pieces: [], evidence: '' };
  return {
    id,
    head,
    pieces: [
      ...declared(sheet, criterion),
      ...measured(sheet, criterion),
      ...proven(sheet, criterion),
      ...(id === 'B1' ? principalLines(sheet) : []),
    ],
    evidence: evidenceOf(sheet, criterion),
  };
}

/** Findings stay inside: only what somebody still has to declare is named. */
function notReady({ input, words, data }: Sheet, { id, outcome }: CriterionResult): string {
  const open = input.assessment.readiness.blockers.filter(
    (blocker) => blocker.criterion === id && blocker.kind === 'undeclared' && blocker.rule === undefined,
  );
  const known = outcome === 'fail' || outcome === 'notEvaluated' || outcome === 'manual' ? outcome : 'other';
  const missing = open.map((blocker) => data(words.message(blocker.message)));
  const reason = known === 'manual' && missing.length > 0 ? missing.join(' ') : words.say(`response.reason.${known}`);
  return words.say('response.not-ready.reason', { reason: firstWords(reason, mostReasonWords) });
}

/** First sentences of statements matter most, then facts, then what else was said. */
function declared({ words, data }: Sheet, { id, statements }: CriterionResult): Piece[] {
  return statements.flatMap((statement) => {
    const text = plainText(readText(statement.text, words, `accessModel.${statement.key}`));
    return sentencesOf(data(text)).map((sentence, index) => ({
      run: `${id} ${statement.key}`,
      priority: index === 0 ? 0 : index + 1,
      text: sentence,
    }));
  });
}

/** Claims that held, in the product's words: what was contradicted or could not be checked has no place in an answer. */
function proven({ input, words, data }: Sheet, { id }: CriterionResult): Piece[] {
  return input.assessment.claims.flatMap((claim) =>
    claim.criterion === id && claim.outcome === 'held' && claim.proven !== null
      ? [{ run: `${id} measured claim ${claim.id}`, priority: 1.5, text: sentencesOf(data(words.message(claim.proven))).join(' ') }]
      : [],
  );
}

function measured({ words, data }: Sheet, { id, facts }: CriterionResult): Piece[] {
  return facts.map((fact, index) => ({
    run: `${id} measured ${index}`,
    priority: index === 0 ? 1 : index + 2,
    text: sentencesOf(data(words.message(fact))).join(' '),
  }));
}
