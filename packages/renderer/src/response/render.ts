import type { Assessment, CriterionResult } from '@iam-dossier/core/assessment';
import { submissionMask } from '../mask/index.ts';
import { plainText, readMarkdown } from '../markdown/index.ts';
import { checkInput, documentName, type RenderInput } from '../render/index.ts';
import { chapterAnswering, sopName } from '../sop/index.ts';
import { take } from '../view/index.ts';
import { openWords, type Words } from '../words/index.ts';
import { escapeMarkdown } from './escape.ts';
import { countWords, firstWords, piecesWithin, sentencesOf, type Piece } from './words-within.ts';

/** A finished text file. */
export interface RenderedText {
  /** File name without its ending. */
  name: string;
  text: string;
  /** Whether it may be handed in. */
  ready: boolean;
}

/** The most words of the answer: it has to fit a cell of the self-assessment sheet. */
export const mostWords = 500;

interface Sheet {
  input: RenderInput;
  words: Words;
  /** Text from data: masked as in a submission, and escaped. */
  data: (text: string) => string;
}

/** The partner's answer for the self-assessment sheet, in Markdown: what the assessment supports, and `[NOT READY: …]` for the rest. */
export function renderResponse(input: RenderInput): RenderedText {
  checkInput(input);
  const { assessment, locale = 'en' } = input;
  const mask = submissionMask(input);
  const sheet: Sheet = { input, words: openWords(locale), data: (text) => escapeMarkdown(mask(text)) };
  const blocks = assessment.criteria.map((criterion) => blockOf(sheet, criterion));
  const frame = [...headOf(sheet), ...blocks.map((block) => `${block.head} ${block.evidence}`), ...sourcesOf(sheet)];
  const pieces = blocks.flatMap((block) => block.pieces);
  const marks = new Set(pieces.map((piece) => piece.run)).size;
  const fitted = piecesWithin(pieces, mostWords - countWords(frame.join(' ')) - marks - labelsIn(blocks, sheet.words));
  const body = blocks.map((block) => [block.head, contentOf(sheet, block, fitted), block.evidence].filter(Boolean).join('\n'));
  return {
    name: documentName('response', input),
    text: `${[...headOf(sheet), ...body, ...sourcesOf(sheet)].join('\n\n')}\n`,
    ready: assessment.readiness.ready,
  };
}

/** Limits that keep what is not chosen by its weight within the whole. */
const mostTitleWords = 12;
const mostReasonWords = 20;
const mostNameWords = 8;

interface CriterionBlock {
  id: string;
  head: string;
  pieces: Piece[];
  evidence: string;
}

function blockOf(sheet: Sheet, criterion: CriterionResult): CriterionBlock {
  const { id, title, outcome } = criterion;
  const head = `**${id}. ${firstWords(sheet.data(title), mostTitleWords)}**`;
  if (outcome !== 'pass') return { id, head: `${head}\n${notReady(sheet, criterion)}`, pieces: [], evidence: '' };
  return { id, head, pieces: [...declared(sheet, criterion), ...measured(sheet, criterion)], evidence: evidenceOf(sheet, criterion) };
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
    const text = plainText(readMarkdown(words.text(statement.text), `accessModel.${statement.key}`));
    return sentencesOf(data(text)).map((sentence, index) => ({
      run: `${id} ${statement.key}`,
      priority: index === 0 ? 0 : index + 1,
      text: sentence,
    }));
  });
}

function measured({ words, data }: Sheet, { id, facts }: CriterionResult): Piece[] {
  return facts.map((fact, index) => ({
    run: `${id} measured ${index}`,
    priority: index === 0 ? 1 : index + 1,
    text: sentencesOf(data(words.message(fact))).join(' '),
  }));
}

function labelsIn(blocks: readonly CriterionBlock[], words: Words): number {
  return blocks.length * countWords(words.say('response.measured'));
}

function contentOf({ words }: Sheet, { id, pieces }: CriterionBlock, { kept, cut }: ReturnType<typeof piecesWithin>): string {
  const own = kept.filter((piece) => pieces.includes(piece));
  const isFact = (piece: Piece) => piece.run.startsWith(`${id} measured `);
  const runs = [...new Set(own.filter((piece) => !isFact(piece)).map((piece) => piece.run))];
  const said = runs.map((run) =>
    [...own.filter((piece) => piece.run === run).map((piece) => piece.text), ...(cut.has(run) ? [words.say('response.cut')] : [])].join(' '),
  );
  const facts = own.filter(isFact).map((piece) => piece.text);
  return [...said, ...(facts.length > 0 ? [`${words.say('response.measured')} ${facts.join(' ')}`] : [])].join('\n');
}

const mostSections = 2;

/** The attached files by their exact names, with the titles of the sections that answer. A procedure nobody adopted is not cited. */
function evidenceOf({ input, words }: Sheet, criterion: CriterionResult): string {
  const adopted = input.assessment.criteria.some(({ id, outcome }) => id === 'E1' && outcome === 'pass');
  const procedure = adopted ? procedureSections(criterion.id).map((section) => `sop.section.${section}`) : [];
  const example = criterion.id === 'E1' ? [] : criterion.sections.map((section) => `implementation.section.${section}`);
  const files = [
    { file: `${sopName}.pdf`, titles: procedure },
    { file: `${documentName('implementation', input)}.pdf`, titles: example.filter((id) => words.has(id)) },
  ].filter(({ titles }) => titles.length > 0);
  const cited = files.map(({ file, titles }) => {
    const sections = titles.slice(0, mostSections).map((id) => words.say('response.section', { title: words.say(id) }));
    return words.say('response.evidence.file', { file, sections });
  });
  return cited.length === 0 ? '' : `${words.say('response.evidence')} ${cited.join('; ')}`;
}

function procedureSections(id: CriterionResult['id']): readonly string[] {
  if (id === 'E1') return ['criteria'];
  return id === 'E2' ? [] : [chapterAnswering(id)];
}

function headOf({ input, words, data }: Sheet): string[] {
  const { assessment, engagement } = input;
  const open = assessment.criteria.filter((criterion) => criterion.outcome !== 'pass').length;
  const customer = engagement === undefined ? words.say('response.customer.none') : firstWords(data(engagement.customer.name), mostNameWords);
  const line = words.say('response.not-ready.line', { open, total: assessment.criteria.length });
  return [...(assessment.readiness.ready ? [] : [line]), words.say('response.heading', { customer })];
}

const mostSources = 3;

/** Who stands for the words, and which snapshots for the facts. */
function sourcesOf({ input: { assessment }, words, data }: Sheet): string[] {
  const supported = assessment.criteria.filter((criterion) => criterion.outcome === 'pass');
  const people = supported
    .flatMap((criterion) => criterion.statements)
    .map(({ author, date }) => words.say('response.sources.person', { author: firstWords(data(author), mostNameWords), date }));
  const named = short([...new Set(people)], words);
  const measuredIn = short(
    assessment.snapshots.map((snapshot) => snapshotWords({ ...snapshot, id: data(snapshot.id) }, words)),
    words,
  );
  return [
    [
      ...(named.length === 0 ? [] : [words.say('response.sources.declared', { people: named })]),
      words.say('response.sources.measured', { count: assessment.snapshots.length, snapshots: measuredIn.join('; ') }),
    ].join(' '),
  ];
}

function short(list: readonly string[], words: Words): string[] {
  const { shown, left } = take(list, mostSources);
  return left === 0 ? [...shown] : [...shown, words.say('response.sources.more', { count: left })];
}

function snapshotWords({ id, collectedAt }: Assessment['snapshots'][number], words: Words): string {
  return collectedAt === null
    ? words.say('response.sources.undated', { id })
    : words.say('response.sources.snapshot', { id, date: collectedAt.slice(0, 10) });
}
