import Handlebars from 'handlebars';
import { DossierError } from '@iam-dossier/core/errors';
import type { Words, WordsData } from '../words/index.ts';
import { breakable, nextPart, nextRows, whole } from './markup.ts';
import { lean } from './lean.ts';
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

/** The engine that knows all partials. It runs no code of a template but the few helpers named here. */
export function templateEngine(): Engine {
  shared ??= openEngine();
  return shared;
}

function openEngine(): Engine {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  handlebars.registerHelper('breakable', breakable);
  handlebars.registerHelper('nextPart', nextPart);
  handlebars.registerHelper('nextRows', nextRows);
  handlebars.registerHelper('whole', whole);
  handlebars.registerHelper('say', (id: string, options: Handlebars.HelperOptions) =>
    (options.data as { words: Words }).words.say(id, options.hash as WordsData),
  );
  const compile = (template: string) => handlebars.compile(lean(handlebars.parse(readTemplateFile(`${template}.hbs`))), compileOptions);
  for (const name of listTemplateFiles('partials', '.hbs')) {
    handlebars.registerPartial(name, compile(`partials/${name}`));
  }
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return {
    fill: (template, view, words) => {
      const run = compiled.get(template) ?? compile(template);
      compiled.set(template, run);
      return fillWith(run, template, view, words);
    },
  };
}

function fillWith(run: Handlebars.TemplateDelegate, template: string, view: object, words: Words): string {
  try {
    return run(view, { data: { words }, allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DossierError('template-invalid', `template ${template}: ${reason}`, { cause });
  }
}
