import { importsOf, resolveImport } from './imports.ts';
import { productSources, type Tree } from './tree.ts';

interface Border {
  within: RegExp;
  except?: RegExp;
  /** Module names, or paths of files, that are not to be imported. */
  never: RegExp;
  instead: string;
}

const disk = /^(node:)?(fs|fs\/.*|child_process|net|http|https|http2|dgram|tls|worker_threads|stream|stream\/.*|os|path)$/;

/** Who may not import what. DESIGN in one table; the lint messages say the same while typing. */
const borders: Border[] = [
  { within: /^packages\/core\//, never: /^(@iam-dossier\/|iam-dossier$)/, instead: 'core stands below every other package' },
  {
    within: /^packages\/core\//,
    except: /^packages\/core\/src\/(importer|collector|store)\//,
    never: disk,
    instead: 'only importer, collector and store touch disk or network',
  },
  { within: /./, except: /^packages\/core\/src\/collector\//, never: /^@aws-sdk\//, instead: 'AWS is called in core/src/collector alone' },
  {
    within: /^packages\/evaluator\//,
    never: /^(node:|@iam-dossier\/(renderer|templates)|iam-dossier$)/,
    instead: 'the evaluator is pure and shows nothing',
  },
  {
    within: /^packages\/evaluator\//,
    never: /^@iam-dossier\/core(\/(importer|collector|store))?$/,
    instead: 'the evaluator reads contracts, each from its own room',
  },
  {
    within: /^packages\/evaluator\/src\/policy\//,
    never: /^packages\/evaluator\/src\/(facts|rules|criteria|engine|assemble)\//,
    instead: 'policy/ stands below facts and rules',
  },
  { within: /^packages\/evaluator\/src\/facts\//, never: /^packages\/evaluator\/src\/(rules|criteria|assemble)\//, instead: 'facts know no rule' },
  {
    within: /^packages\/evaluator\/src\/rules\/(?!index)/,
    never: /^packages\/evaluator\/src\/(criteria|frameworks)\//,
    instead: 'criteria point at rules; a rule names none',
  },
  { within: /^packages\/renderer\//, never: /^(@iam-dossier\/evaluator|iam-dossier)/, instead: 'the renderer shows what the assessment says' },
  {
    within: /^packages\/renderer\//,
    never: /^@iam-dossier\/core(\/(snapshot|importer|collector))?$/,
    instead: 'a document is rendered from an assessment alone',
  },
  {
    within: /^packages\/renderer\//,
    except: /^packages\/renderer\/src\/pdf\/browser\//,
    never: /^@iam-dossier\/core\/store$/,
    instead: 'only the browser is kept on disk; documents are handed back',
  },
  {
    within: /./,
    except: /^packages\/renderer\/src\/pdf\/browser\/puppeteer\.ts$/,
    never: /^(puppeteer|puppeteer-core|@puppeteer\/browsers)$/,
    instead: 'the browser is loaded in one file',
  },
  { within: /./, except: /^packages\/renderer\/src\/html\//, never: /^handlebars$/, instead: 'templates are compiled in renderer/src/html alone' },
  { within: /^packages\/cli\//, never: /^zod$/, instead: 'contracts are core’s' },
  { within: /./, never: /^date-fns$/, instead: 'the index of date-fns is slow to load: import by subpath' },
];

/** Imports that cross a border. */
export function borderProblems(tree: Tree): string[] {
  return productSources(tree).flatMap(([path, text]) => {
    const names = importsOf(text).map((name) => resolveImport(path, name) ?? name);
    const broken = borders.filter(({ within, except }) => within.test(path) && !except?.test(path));
    return broken.flatMap(({ never, instead }) => names.filter((name) => never.test(name)).map((name) => `${path} imports ${name}: ${instead}`));
  });
}

const clocks =
  /\bnew Date\b|\bDate\.(now|UTC|parse)\b|\bMath\.random\b|\bprocess\.|\bperformance\.|\bfetch\(|\bset(Timeout|Interval|Immediate)\(|\bglobalThis\b/;

/** Lines of the evaluator that ask the machine for something. */
export function purityProblems(tree: Tree): string[] {
  return linesThat(tree, /^packages\/evaluator\//, clocks, 'the evaluator has no clock, chance or surroundings');
}

const hostLocale = /\bIntl\.|\.localeCompare\(|\.toLocale[A-Z]\w*\(/;

/** Lines whose result would follow the host's locale. */
export function localeProblems(tree: Tree): string[] {
  return linesThat(tree, /./, hostLocale, 'the output would follow the host’s locale');
}

const loose = /(:|\bas|\|)\s*any\b(?!['"])|<any[,>]|@ts-(ignore|expect-error|nocheck)|(ox|es)lint-disable/;

/** Lines that switch the type checker or the linter off. */
export function looseProblems(tree: Tree): string[] {
  return linesThat(tree, /./, loose, 'say the type');
}

function linesThat(tree: Tree, within: RegExp, never: RegExp, instead: string): string[] {
  return productSources(tree)
    .filter(([path]) => within.test(path))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => (isCode(line) && never.test(line) ? [`${path}:${index + 1} ${instead}`] : [])),
    );
}

function isCode(line: string): boolean {
  return !/^\s*(\/\/|\/?\*)/.test(line);
}
