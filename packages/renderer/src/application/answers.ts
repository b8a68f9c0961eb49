import { plainText, readText } from '../markdown/index.ts';
import { submissionMask } from '../mask/index.ts';
import { markdownForm, plainForm, type Form } from '../response/index.ts';
import { openWords } from '../words/index.ts';
import type { ApplicationRenderInput } from './render.ts';

export interface RenderedAnswers {
  /** File name without its ending. */
  name: string;
  /** In Markdown. */
  text: string;
  /** The same words without markup. */
  plain: string;
  /** Every item has an answer that nothing measured contradicts. */
  ready: boolean;
}

/** The answers to the action items of earlier submissions, to be handed in; `null` where there are none. */
export function renderAnswers(input: ApplicationRenderInput): RenderedAnswers | null {
  const { result, application } = input;
  if (result.items.length === 0) return null;
  return {
    name: `ACCT-002-action-items-${application.id}`,
    text: write(input, markdownForm),
    plain: write(input, plainForm),
    ready: result.items.every(({ state }) => state === 'answered'),
  };
}

function write(input: ApplicationRenderInput, form: Form): string {
  const { result, application, locale = 'en' } = input;
  const words = openWords(locale);
  const masks = input.examples.map(({ engagement, assessment }) => submissionMask({ assessment, engagement, partner: input.partner }));
  const data = (text: string) => form.data(masks.reduce((masked, mask) => mask(masked), text));
  const say = (key: string, values?: Record<string, string | number>) => words.say(`application.${key}`, values);
  const blocks = result.items.map(({ submission, item, state }) => {
    const head = form.strong(say('answers.item', { id: data(item.id), date: submission }));
    const answer =
      item.answer === undefined
        ? say('answers.none')
        : `${data(plainText(readText(item.answer.text, words, `previousSubmissions.${item.id}.answer`)))} (${data(item.answer.author)}, ${item.answer.date})`;
    const mark = state === 'answered' ? [] : [say('answers.open')];
    return [head, say('answers.asked', { text: data(words.text(item.text)) }), say('answers.answer', { text: answer }), ...mark].join('\n');
  });
  return `${[say('answers.heading', { designation: data(application.designation) }), ...blocks].join('\n\n')}\n`;
}
