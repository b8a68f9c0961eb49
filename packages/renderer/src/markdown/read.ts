import { DossierError } from '@iam-dossier/core/errors';
import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Inline, Link } from './blocks.ts';

const deepest = 12;
const safeAddress = /^(https?:\/\/|mailto:)/i;

interface Reading {
  where: string;
  write: (text: string) => string;
  definitions: ReadonlyMap<string, string>;
}

/**
 * Reads Markdown into a closed set of blocks. `where` says whose text it is, `write` is given every text before it is kept.
 * @throws DossierError `markdown-invalid`, with line and column, for raw HTML and whatever else has no block
 */
export function readMarkdown(text: string, where: string, write: (text: string) => string = (plain) => plain): Block[] {
  const { children } = fromMarkdown(text);
  const definitions = children.filter((node): node is Definition => node.type === 'definition');
  const reading = { where, write, definitions: new Map(definitions.map((node) => [node.identifier, node.url])) };
  return blocksOf(children, reading, 0);
}

function blocksOf(nodes: readonly RootContent[], reading: Reading, depth: number): Block[] {
  return nodes.flatMap((node) => blockOf(node, reading, depth));
}

function blockOf(node: RootContent, reading: Reading, depth: number): Block[] {
  if (depth > deepest) throw refused(node, 'lists and quotes stand too deep in each other', reading);
  switch (node.type) {
    case 'paragraph':
      return [{ paragraph: inlinesOf(node.children, reading) }];
    case 'heading':
      return [{ heading: inlinesOf(node.children, reading) }];
    case 'list': {
      const items = node.children.map((item) => blocksOf(item.children, reading, depth + 1));
      if (node.ordered !== true) return [{ bullets: items }];
      return [typeof node.start === 'number' && node.start !== 1 ? { steps: items, start: node.start } : { steps: items }];
    }
    case 'blockquote':
      return [{ quote: blocksOf(node.children, reading, depth + 1) }];
    case 'code':
      return [{ code: reading.write(node.value) }];
    case 'definition':
    case 'thematicBreak':
      return [];
    default:
      throw refused(node, `${nameOf(node)} cannot stand here`, reading);
  }
}

function inlinesOf(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return nodes.map((node) => inlineOf(node, reading));
}

function inlineOf(node: PhrasingContent, reading: Reading): Inline {
  switch (node.type) {
    case 'text':
      return { text: reading.write(node.value) };
    case 'strong':
      return { strong: inlinesOf(node.children, reading) };
    case 'emphasis':
      return { emphasis: inlinesOf(node.children, reading) };
    case 'inlineCode':
      return { code: reading.write(node.value) };
    case 'break':
      return { lineBreak: true };
    case 'link':
      return { link: linkTo(node.url, inlinesOf(node.children, reading), reading) };
    case 'linkReference':
      return { link: linkTo(reading.definitions.get(node.identifier) ?? '', inlinesOf(node.children, reading), reading) };
    default:
      throw refused(node, `${nameOf(node)} cannot stand here`, reading);
  }
}

/** An address that was masked, or that a browser might run, is shown and cannot be followed. */
function linkTo(url: string, label: Inline[], { write }: Reading): Link {
  const address = write(url);
  const followed = address === url && safeAddress.test(url);
  return { label, address: address.replace(/^mailto:/i, ''), ...(followed ? { href: url } : {}) };
}

function nameOf(node: Nodes): string {
  if (node.type === 'html') return 'HTML';
  return node.type.startsWith('image') ? 'an image' : `"${node.type}"`;
}

function refused(node: Nodes, message: string, { where }: Reading): DossierError {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return new DossierError('markdown-invalid', `${where}, line ${line}, column ${column}: ${message}`, {
    problems: [{ path: where, line, column, message }],
  });
}
