import { listTemplateFiles, readTemplateFile } from './template-files.ts';

const shared = ['tokens', 'base', 'screen', 'print'];

/** The style sheets of a document: the shared ones, then its own where there is one. */
export function stylesFor(template: string): string[] {
  const own = listTemplateFiles('styles', '.css').includes(template) ? [template] : [];
  return [...shared, ...own].map((name) => readTemplateFile(`styles/${name}.css`));
}
