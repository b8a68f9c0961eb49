import Handlebars from 'handlebars';
import { DossierError, type Problem } from '@iam-dossier/core/errors';
import { compareText, sha256 } from '@iam-dossier/core/json';
import { nearestWord } from '@iam-dossier/core/text';
import { listTemplateFiles } from './template-files.ts';

/** A partner's own templates, which go before ours of the same name. Checked; see `openTemplates`. */
export interface TemplateOverlay {
  /** Texts by place, e.g. `partials/cover.hbs`. */
  files: ReadonlyMap<string, string>;
  /** SHA-256 over places and texts: what documents made with it name in their provenance. */
  digest: string;
}

const most = { files: 200, bytesOfFile: 200_000, bytes: 2_000_000 } as const;
const place = /^(documents|partials)\/[a-z0-9]+(-[a-z0-9]+)*\.hbs$/;
/** Parts that say what a document is and keep it closed: head of the file, and the marks for drafts and internal papers. */
const ours = new Set(['partials/page.hbs', 'partials/notice.hbs']);
/** What could load, run or restyle something; quotes around attributes are asked for, since names are escaped for them. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/<\s*(script|style|link|meta|base|iframe|object|embed|form|foreignObject|animate\w*|set)\b/i, 'has an element that documents do not take'],
  [/\son[a-z]+\s*=/i, 'has an event handler'],
  [/\sstyle\s*=/i, 'has a style attribute; give it a class of our style sheets'],
  [
    /\s(src|srcset|href|xlink:href|action|formaction|data|poster|background)\s*=\s*(?!"(#|\{\{|https:\/\/docs\.aws\.amazon\.com\/))/i,
    'has an address that documents do not take',
  ],
  [/=\s*\{\{/, 'has a value in an attribute without quotes'],
  [/=\s*'[^']*\{\{/, 'has a value in an attribute in single quotes; use double ones'],
];

/**
 * Checks templates of a partner: Handlebars with our helpers alone, nothing unescaped, nothing that loads or runs.
 * @throws DossierError `template-invalid` with every problem, its file and line
 */
export function openTemplates(files: ReadonlyMap<string, string>): TemplateOverlay {
  const sorted = new Map([...files].sort(([a], [b]) => compareText(a, b)));
  const problems = [...sizeProblems(sorted), ...[...sorted].flatMap(([file, text]) => problemsOf(file, text))];
  if (problems.length > 0) throw new DossierError('template-invalid', 'These templates cannot be used', { problems: problems.slice(0, 40) });
  return { files: sorted, digest: sha256([...sorted].map(([file, text]) => `${file}\n${sha256(text)}\n`).join('')) };
}

function sizeProblems(files: ReadonlyMap<string, string>): Problem[] {
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  if (files.size === 0) return [{ message: 'holds no template: put documents/<name>.hbs or partials/<name>.hbs there' }];
  if (files.size > most.files) return [{ message: `holds ${files.size} templates; ${most.files} are the most` }];
  return bytes > most.bytes ? [{ message: `has ${bytes} characters of templates; ${most.bytes} are the most` }] : [];
}

function problemsOf(file: string, text: string): Problem[] {
  if (!place.test(file)) return [{ file, message: 'is no place for a template: use documents/<name>.hbs or partials/<name>.hbs, in small letters' }];
  if (ours.has(file)) return [{ file, message: 'cannot be replaced: it keeps documents closed, and says which are drafts' }];
  if (text.length > most.bytesOfFile) return [{ file, message: `has ${text.length} characters; ${most.bytesOfFile} are the most` }];
  return [...nameProblems(file), ...syntaxProblems(file, text), ...markupProblems(file, text)];
}

/** A document that we do not have would never be made: most likely it is misspelt. */
function nameProblems(file: string): Problem[] {
  const [folder = '', name = ''] = file.replace('.hbs', '').split('/');
  if (folder !== 'documents') return [];
  const known = listTemplateFiles('documents', '.hbs');
  if (known.includes(name)) return [];
  const near = nearestWord(name, known);
  return [
    { file, message: `is no document of ours${near === undefined ? `; there are ${known.join(', ')}` : `; did you mean documents/${near}.hbs?`}` },
  ];
}

function syntaxProblems(file: string, text: string): Problem[] {
  try {
    return new Unescaped(file).problemsIn(Handlebars.parse(text));
  } catch (error) {
    const [first = '', ...rest] = (error instanceof Error ? error.message : String(error)).split('\n');
    const line = /line (\d+)/.exec(first)?.[1];
    return [{ file, ...(line === undefined ? {} : { line: Number(line) }), message: rest.at(-1) ?? first }];
  }
}

function markupProblems(file: string, text: string): Problem[] {
  const lines = text.split('\n');
  return lines.flatMap((content, index) =>
    refused.filter(([pattern]) => pattern.test(content)).map(([, message]) => ({ file, line: index + 1, message })),
  );
}

/** Finds what would stand in a document as it is, or bring in partials by a computed name. */
class Unescaped extends Handlebars.Visitor {
  readonly #file: string;
  readonly #problems: Problem[] = [];

  constructor(file: string) {
    super();
    this.#file = file;
  }

  problemsIn(program: hbs.AST.Program): Problem[] {
    this.accept(program);
    return this.#problems;
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) this.#tell(statement, 'writes a value unescaped; use two braces');
    super.MustacheStatement(statement);
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    if (statement.name.type !== 'PathExpression') this.#tell(statement, 'takes in a partial by a computed name');
    super.PartialStatement(statement);
  }

  override Decorator(statement: hbs.AST.Decorator): void {
    this.#tell(statement, 'has a decorator');
  }

  override DecoratorBlock(statement: hbs.AST.DecoratorBlock): void {
    this.#tell(statement, 'has an inline partial; give it a file of its own');
  }

  #tell({ loc }: hbs.AST.Node, message: string): void {
    this.#problems.push({ file: this.#file, line: loc.start.line, message });
  }
}
