import { DossierError } from '@iam-dossier/core/errors';
import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml';
import { xmlText } from '../xml-text.ts';
import { attributes as known, drawn, told } from './svg-parts.data.ts';

const deepest = 50;
const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/**
 * An SVG drawing written anew from what draws in it: no script, no animation, no text, nothing from elsewhere.
 * What editors left in it goes; what it would draw differently without is refused.
 * @throws DossierError `brand-invalid`
 */
export function cleanSvg(svg: string): string {
  const root = rootOf(svg);
  if (root.name !== 'svg') throw refusal(`it begins with <${root.name}>, not with <svg>`);
  if (!root.attributes['viewBox'] && !(root.attributes['width'] && root.attributes['height']))
    throw refusal('it has neither a viewBox nor a width and height');
  return written(root, 0).replace('<svg', `<svg xmlns="${svgNamespace}" xmlns:xlink="${xlinkNamespace}"`);
}

function rootOf(svg: string): XmlElement {
  try {
    const { root } = parseXml(svg);
    if (root) return root;
  } catch (cause) {
    throw refusal('it is no XML that can be read', cause);
  }
  throw refusal('it is empty');
}

function written(element: XmlElement, depth: number): string {
  const { name } = element;
  if (told.has(name) || name.includes(':')) return '';
  if (!drawn.has(name)) throw refusal(name === 'text' || name === 'tspan' ? 'it holds text; make outlines of it' : `it holds <${name}>`);
  if (depth > deepest) throw refusal(`its elements lie more than ${deepest} deep in each other`);
  const inside = name === 'style' ? xmlText(checkedStyle(styleOf(element))) : childrenOf(element, depth);
  return `<${name}${attributesOf(element)}>${inside}</${name}>`;
}

function childrenOf(element: XmlElement, depth: number): string {
  return element.children.map((child) => (child instanceof XmlElement ? written(child, depth + 1) : '')).join('');
}

function attributesOf({ name, attributes }: XmlElement): string {
  return Object.entries(attributes)
    .map(([key, value]) => {
      if (/^on/i.test(key)) throw refusal(`<${name}> has ${key}, which is script`);
      if (!known.has(key)) return '';
      if (key.endsWith('href') && !value.startsWith('#')) throw refusal(`<${name}> points outside the file`);
      return ` ${key}="${xmlText(checkedStyle(value))}"`;
    })
    .join('');
}

function styleOf({ children }: XmlElement): string {
  return children.map((child) => (child instanceof XmlText || child instanceof XmlCdata ? child.text : '')).join('');
}

/** CSS, or an attribute's value that may refer to something: only to parts of the same file. */
function checkedStyle(text: string): string {
  if (/@|\\|<|\/\*|(?:java|vb)script:|expression\(|image(?:-set)?\(|src\(/i.test(text)) throw refusal('its styles hold more than plain rules');
  for (const [, target = ''] of text.matchAll(/url\(\s*["']?\s*([^)]*)/gi))
    if (!target.startsWith('#')) throw refusal('its styles point outside the file');
  return text;
}

function refusal(reason: string, cause?: unknown): DossierError {
  return new DossierError('brand-invalid', `The SVG logo cannot be used: ${reason}.`, {
    hint: 'Export it as plain SVG with text as outlines, or give a PNG.',
    ...(cause === undefined ? {} : { cause }),
  });
}
