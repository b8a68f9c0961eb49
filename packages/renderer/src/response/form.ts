import { escapeMarkdown, inOneLine } from './escape.ts';

/** How an answer is written: as Markdown, or as text that is pasted into a cell as it is. */
export interface Form {
  /** Text from data. */
  data: (text: string) => string;
  strong: (text: string) => string;
  code: (text: string) => string;
}

export const markdownForm: Form = { data: escapeMarkdown, strong: (text) => `**${text}**`, code: (text) => `\`${text}\`` };

export const plainForm: Form = { data: inOneLine, strong: (text) => text, code: (text) => text };
