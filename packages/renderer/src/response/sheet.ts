import type { RenderInput } from '../render/index.ts';
import type { Words } from '../words/index.ts';
import type { Form } from './form.ts';

/** What every part of the answer is written from. */
export interface Sheet {
  input: RenderInput;
  words: Words;
  form: Form;
  /** Text from data: masked as in a submission, and written so that nothing in it is markup. */
  data: (text: string) => string;
}

/** The most words of a name: what is not chosen by its weight must leave room for the rest. */
export const mostNameWords = 8;
