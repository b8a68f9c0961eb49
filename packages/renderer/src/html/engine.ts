import Handlebars from 'handlebars';
import { DossierError } from '@iam-dossier/core/errors';
import type { Words, WordsData } from '../words/index.ts';
import { guardLoops } from './guard.ts';
import { breakable, nextPart, nextRows, whole } from './markup.ts';
import { lean } from './lean.ts';
import type { TemplateOverlay } from './overlay.ts';
import { listTemplateFiles, readTemplateFile } from './template-files.ts';

export interface Engine {
  /** Fills a template of `documents/` or `partials/`, e.g. `documents/sop`. `{{say "sop.title"}}` gives its words. */
  fill(template: string, view: object, words: Words): string;
}

const compileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { breakable: true, nextPart: true, nextRows: true, whole: true, say: true, log: false },
  preventIndent: true,
} as const;
let shared: Engine | undefined;
const overlaid = new WeakMap<TemplateOverlay, Engine>();

/** The engine that knows all partials. It runs no code of a template but the few helpers named here. */
export function templateEngine(overlay?: TemplateOverlay): Engine {
  if (overlay === undefined) return (shared ??= openEngine());
  const engine = overlaid.get(overlay) ?? openEngine(overlay);
  overlaid.set(overlay, engine);
  return engine;
}

function openEngine(overlay?: TemplateOverlay): Engine {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  handlebars.registerHelper('breakable', breakable);
  handlebars.registerHelper('nextPart', nextPart);
  handlebars.registerHelper('nextRows', nextRows);
  handlebars.registerHelper('whole', whole);
  handlebars.registerHelper('say', (id: string, options: Handlebars.HelperOptions) =>
    (options.data as { words: Words }).words.say(id, options.hash as WordsData),
  );
  const guard = overlay && guardLoops(handlebars);
  const textOf = (template: string) => overlay?.files.get(`${template}.hbs`) ?? readTemplateFile(`${template}.hbs`);
  const compile = (template: string) => placing(handlebars.compile(lean(handlebars.parse(textOf(template))), compileOptions), template);
  for (const name of partialNames(overlay)) handlebars.registerPartial(name, compile(`partials/${name}`));
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return {
    fill: (template, view, words) => {
      const run = compiled.get(template) ?? compile(template);
      compiled.set(template, run);
      guard?.begin();
      return fillWith(run, template, view, words);
    },
  };
}

function partialNames(overlay: TemplateOverlay | undefined): string[] {
  const own = [...(overlay?.files.keys() ?? [])].flatMap((file) => /^partials\/(.*)\.hbs$/.exec(file)?.[1] ?? []);
  return [...new Set([...listTemplateFiles('partials', '.hbs'), ...own])];
}

/** Where an error was met: the innermost template that has it. */
const places = new WeakMap<object, string>();

function placing(run: Handlebars.TemplateDelegate, template: string): Handlebars.TemplateDelegate {
  return (context, options) => {
    try {
      return run(context, options);
    } catch (error) {
      if (error instanceof Error && !places.has(error)) places.set(error, template);
      throw error;
    }
  };
}

function fillWith(run: Handlebars.TemplateDelegate, template: string, view: object, words: Words): string {
  try {
    return run(view, { data: { words }, allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
  } catch (cause) {
    if (!(cause instanceof Error)) throw new DossierError('template-invalid', `template ${template}: ${String(cause)}`, { cause });
    const { message, line } = tell(cause);
    const file = `${places.get(cause) ?? template}.hbs`;
    throw new DossierError('template-invalid', `template ${template}: ${message}`, {
      cause,
      problems: [{ file, ...(line === undefined ? {} : { line }), message }],
    });
  }
}

/** Handlebars ends its messages with line and column. */
function tell(cause: Error): { message: string; line?: number } {
  if (cause instanceof RangeError) return { message: 'it takes itself in without end' };
  const [, message = cause.message, line] = /^(.*?)(?: - (\d+):\d+)?$/s.exec(cause.message) ?? [];
  return { message: message.replace(' in [object Object]', ' here'), ...(line === undefined ? {} : { line: Number(line) }) };
}
