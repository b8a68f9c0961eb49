import { listTemplateFiles, readTemplateFile } from './template-files.ts';

const shared = ['tokens', 'base', 'cover', 'charts', 'screen', 'print'];

/** The style sheets of a document: the shared ones, then its own, `<template>.css` and `<template>-<part>.css`. */
export function stylesFor(template: string): string[] {
  const own = listTemplateFiles('styles', '.css').filter((name) => name === template || name.startsWith(`${template}-`));
  return [...shared, ...own].map((name) => readTemplateFile(`styles/${name}.css`));
}
