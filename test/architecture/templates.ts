import { pick, type Tree } from './tree.ts';

const allowed = /^templates\/(package\.json|README\.md|[a-z]+\/.*\.(hbs|css|json|ya?ml|md|png|jpe?g))$/;
const letter = /\p{L}/u;
const spoken = /\b(alt|title|placeholder|aria-label|aria-description|aria-roledescription)\s*=\s*"([^"]*)"/g;

/** Files that are neither template, style nor words. */
export function codeProblems(tree: Tree): string[] {
  return pick(tree, /^templates\//)
    .filter(([path]) => !allowed.test(path))
    .map(([path]) => `${path}: templates/ holds no code`);
}

/** Words that stand in a template or a style and not in templates/locales. */
export function visibleWordProblems(tree: Tree): string[] {
  const templates = pick(tree, /^templates\/.*\.hbs$/).flatMap(([path, text]) => wordsOf(text).map((word) => `${path} says ${JSON.stringify(word)}`));
  const styles = pick(tree, /^templates\/.*\.css$/).flatMap(([path, text]) => stringsOf(text).map((word) => `${path} says ${JSON.stringify(word)}`));
  return [...templates, ...styles].map((problem) => `${problem}: words stand in templates/locales`);
}

function wordsOf(template: string): string[] {
  const html = template
    .replace(/\{\{!--[\s\S]*?--\}\}/g, '')
    .replace(/\{\{\{?[\s\S]*?\}?\}\}/g, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  const attributes = [...html.matchAll(spoken)].map((match) => match[2] ?? '');
  const texts = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '').split(/<[^>]*>/);
  return [...attributes, ...texts].map((text) => text.replace(/&[a-z]+;|&#\w+;/g, '').trim()).filter((text) => letter.test(text));
}

function stringsOf(css: string): string[] {
  const contents = [...css.matchAll(/\bcontent\s*:([^;}]*)/g)].map((match) => match[1] ?? '');
  return contents.flatMap((content) => [...content.matchAll(/(["'])(.*?)\1/g)].map((match) => match[2] ?? '')).filter((text) => letter.test(text));
}
