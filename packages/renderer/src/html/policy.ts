import { createHash } from 'node:crypto';

/** The content security policy of a document: its own style and script by digest, images and fonts it carries, nothing else. */
export function contentPolicy(style: string, script: string): string {
  const scripts = script === '' ? "'none'" : hashOf(script);
  return `default-src 'none'; style-src ${hashOf(style)}; script-src ${scripts}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
