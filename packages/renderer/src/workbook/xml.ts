import { parseXml, XmlElement, XmlText, XmlCdata } from '@rgrove/parse-xml';
import { invalid, type Members } from './open.ts';

/** An element with the places of its first and last character in the text it was read from. */
export type Element = XmlElement;

/** A part of the workbook as text, with what it says. @throws DossierError `workbook-invalid` */
export function readXml(members: Members, path: string): { text: string; root: Element } {
  const bytes = Object.hasOwn(members, path) ? members[path] : undefined;
  if (bytes === undefined) throw invalid(`${path} is not in it`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/^\ufeff/, '');
    const { root } = parseXml(text, { includeOffsets: true });
    if (root) return { text, root };
  } catch (cause) {
    throw invalid(`${path} is no XML that can be read`, cause);
  }
  throw invalid(`${path} is empty`);
}

/** The name without its prefix, which differs from program to program. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childrenOf(element: Element, name?: string): Element[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement && (name === undefined || localName(child) === name));
}

/** An attribute by its name without prefix. */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  const found = Object.entries(attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name);
  return found?.[1];
}

export function textOf(element: Element): string {
  return element.children.map((child) => (child instanceof XmlText || child instanceof XmlCdata ? child.text : '')).join('');
}
