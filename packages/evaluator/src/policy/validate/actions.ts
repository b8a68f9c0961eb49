import { actionsOf } from '../action-set.ts';
import { entryAt, remembered, type Check, type Flaw } from './check.ts';
import type { ErrorId, WarningId } from './problems.ts';

interface ActionFlaws {
  error?: Flaw<ErrorId>;
  warning?: Flaw<WarningId>;
}

/** Checks one text of Action or NotAction. */
export function checkAction(text: string, list: string, index: number | undefined, check: Check): void {
  const { error, warning } = flawsOf(text);
  const { grammar, warn } = check;
  if (!error && !warn && !grammar.trust && !grammar.resourceControl) return;
  const path = entryAt(list, index);
  if (error) return check.error(error.id, path, error.data);
  if (grammar.trust) return checkTrustAction(text, path, check);
  if (grammar.resourceControl && text === '*') return check.error('action-control', path);
  if (warning) warn?.(warning.id, path, warning.data);
  else if (warn && !isKnown(text)) warn('action-unknown', path);
}

const flawsOf = remembered((text): ActionFlaws => {
  if (text === '*') return {};
  const [vendor = '', name, ...more] = text.split(':');
  if (name === undefined || vendor === '') return { error: { id: 'action-vendor' } };
  if (more.length > 0) return { error: { id: 'action-colons' } };
  if (vendor !== '*' && /[^A-Za-z0-9.-]/.test(vendor)) return { error: { id: 'action-vendor-characters', data: { vendor } } };
  if (name === '') return { error: { id: 'action-name' } };
  if (vendor === '*') return { warning: { id: 'action-any-service' } };
  // AWS's own policies have had blanks and hyphens here: IAM takes them, and they fit nothing.
  return /[^A-Za-z0-9*?]/.test(name) ? { warning: { id: 'action-characters' } } : {};
});

function isKnown(text: string): boolean {
  return actionsOf(text).places.length > 0;
}

const assuming = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/** Wildcards, and actions that the data do not know, may be taken: only what surely is another action is refused. */
function checkTrustAction(text: string, path: string, check: Check): void {
  const lower = text.trim().toLowerCase();
  if (assuming.has(lower)) return;
  if (lower !== '*' && !lower.startsWith('sts:') && !lower.startsWith('*:')) return check.error('action-trust', path);
  if (/[*?]/.test(lower) || !isKnown(lower)) return check.warn?.('action-trust-unusual', path);
  check.error('action-trust', path);
}
