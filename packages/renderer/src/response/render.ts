import { submissionMask } from '../mask/index.ts';
import { checkInput, documentName, localeOf, type RenderInput } from '../render/index.ts';
import { openWords, type Words } from '../words/index.ts';
import { blockOf, type CriterionBlock } from './criterion.ts';
import { markdownForm, plainForm, type Form } from './form.ts';
import { mostNameWords, type Sheet } from './sheet.ts';
import { sourcesOf } from './sources.ts';
import { countWords, firstWords, piecesWithin, type Piece } from './words-within.ts';

/** The partner's answer for the self-assessment sheet. */
export interface RenderedResponse {
  /** File name without its ending. */
  name: string;
  /** In Markdown. */
  text: string;
  /** The same words without markup, for the cell of a workbook or a form. */
  plain: string;
  /** Whether it may be handed in. */
  ready: boolean;
}

/** The most words of the answer: it has to fit a cell of the self-assessment sheet. */
export const mostWords = 500;

/** The partner's answer for the self-assessment sheet: what the assessment supports, and `[NOT READY: …]` for the rest. */
export function renderResponse(input: RenderInput): RenderedResponse {
  checkInput(input);
  const words = openWords(localeOf(input));
  const mask = submissionMask(input);
  const written = (form: Form) => write({ input, words, form, data: (text) => form.data(mask(text)) });
  return {
    name: documentName('response', input),
    text: written(markdownForm),
    plain: written(plainForm),
    ready: input.assessment.readiness.ready,
  };
}

function write(sheet: Sheet): string {
  const blocks = sheet.input.assessment.criteria.map((criterion) => blockOf(sheet, criterion));
  const [head, foot] = [headOf(sheet), sourcesOf(sheet)];
  const frame = [...head, ...blocks.flatMap((block) => [block.head, block.evidence]), ...foot];
  const pieces = blocks.flatMap((block) => block.pieces);
  const fitted = piecesWithin(pieces, mostWords - countWords(frame.join(' ')) - labelsIn(blocks, sheet.words));
  const body = blocks.map((block) => [block.head, contentOf(sheet, block, fitted), block.evidence].filter(Boolean).join('\n'));
  return `${[...head, ...body, ...foot].join('\n\n')}\n`;
}

/** Words that are put in where sentences stand: before facts, and where a run of sentences was cut. */
function labelsIn(blocks: readonly CriterionBlock[], words: Words): number {
  const runs = new Set(blocks.flatMap((block) => block.pieces).map((piece) => piece.run)).size;
  return blocks.length * countWords(words.say('response.measured')) + runs * countWords(words.say('response.cut'));
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

function headOf({ input, words, data }: Sheet): string[] {
  const { assessment, engagement } = input;
  const open = assessment.criteria.filter((criterion) => criterion.outcome !== 'pass').length;
  const customer = engagement === undefined ? words.say('response.customer.none') : firstWords(data(engagement.customer.name), mostNameWords);
  const line = words.say('response.not-ready.line', { open, total: assessment.criteria.length });
  return [...(assessment.readiness.ready ? [] : [line]), words.say('response.heading', { customer })];
}
