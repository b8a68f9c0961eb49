import type Handlebars from 'handlebars';

/** What templates of a partner may do at most while a document is made: rounds of loops, and characters written by them. */
const most = { rounds: 2_000_000, characters: 200_000_000 } as const;

/** Makes loops of these templates end: too many rounds or too long a text stop the document. Counted, so that no clock decides. */
export function guardLoops(handlebars: typeof Handlebars): { begin: () => void } {
  const each = handlebars.helpers['each'] as Handlebars.HelperDelegate;
  const used = { rounds: 0, characters: 0 };
  handlebars.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const round = (context: unknown, own?: Handlebars.RuntimeOptions): string => {
      const text = options.fn(context, own);
      used.rounds += 1;
      used.characters += text.length;
      if (used.rounds > most.rounds) throw new Error(`it repeats more than ${most.rounds} times`);
      if (used.characters > most.characters) throw new Error(`it writes more than ${most.characters} characters`);
      return text;
    };
    return each.call(this, list, { ...options, fn: Object.assign(round, options.fn) }) as string;
  });
  return { begin: () => Object.assign(used, { rounds: 0, characters: 0 }) };
}
