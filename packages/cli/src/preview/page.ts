import type { PreviewDocument } from './make.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

const style = `
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { margin: 0; display: flex; flex-direction: column; height: 100vh; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0.5rem 1rem; border-bottom: 1px solid #8886; }
nav a { color: inherit; padding: 0.15rem 0; } nav a[aria-current] { font-weight: 600; text-decoration: none; }
nav small { opacity: 0.7; margin-left: 0.4rem; }
#problem { white-space: pre-wrap; background: #b3261e; color: #fff; padding: 0.5rem 1rem; } #problem:empty { display: none; }
iframe { border: 0; flex: 1; background: #fff; }`;

/** Keeps the place in a document when it is loaded anew. */
const script = `
const frame = document.querySelector('iframe');
const problem = document.querySelector('#problem');
const links = [...document.querySelectorAll('nav a')];
const mark = () => { for (const link of links) {
  if (link.href === frame.contentWindow.location.href.split('#')[0]) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
} };
frame.addEventListener('load', mark);
new EventSource('/changes').addEventListener('message', ({ data }) => {
  const told = JSON.parse(data);
  problem.textContent = told.problem;
  if (told.problem !== '') return;
  if (told.names.join() !== links.map((link) => link.dataset.name).join()) { location.reload(); return; }
  const { scrollX, scrollY } = frame.contentWindow;
  frame.addEventListener('load', () => frame.contentWindow.scrollTo(scrollX, scrollY), { once: true });
  frame.contentWindow.location.reload();
});`;

/** The page around the documents, which are shown byte for byte as they are written. `nonce` lets its own script and style run. */
export function previewPage(documents: readonly PreviewDocument[], problem: string, nonce: string): string {
  const link = ({ name, audience, draft }: PreviewDocument) =>
    `<span><a href="/documents/${encodeURIComponent(name)}" target="document" data-name="${escapeHtml(name)}">${escapeHtml(name)}</a>` +
    `<small>${audience === 'internal' ? 'for you alone' : draft ? 'DRAFT' : ''}</small></span>`;
  const [first] = documents;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>iam-dossier preview</title><style nonce="${nonce}">${style}</style></head><body>`,
    `<nav aria-label="Documents">${documents.map(link).join('')}</nav><div id="problem" role="alert">${escapeHtml(problem)}</div>`,
    `<iframe name="document" title="Document" src="/documents/${encodeURIComponent(first?.name ?? '')}"></iframe>`,
    `<script nonce="${nonce}">${script}</script></body></html>`,
  ].join('');
}
