import { isMembers, segment, type Check } from './check.ts';
import type { ErrorId } from './problems.ts';

const keys = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);
/** Account, root user, user, role, session of a role or of a federated user. */
const ARN = /^arn:aws[a-z-]*:(iam::\d{12}:(root|user\/.+|role\/.+)|sts::\d{12}:(assumed-role\/.+\/.+|federated-user\/.+|self))$/;
const ACCOUNT = /^\d{12}$/;
/** Unique ids of principals since deleted, which IAM shows in place of their ARNs. */
const UNIQUE_ID = /^A[A-Z0-9]{15,}$/;

/** Checks what stands in Principal or NotPrincipal. */
export function checkPrincipal(value: unknown, path: string, check: Check): void {
  if (value === '*') return;
  if (typeof value === 'string') return check.error('principal-text', path);
  if (!isMembers(value)) return check.error('principal-type', path);
  const entries = Object.entries(value);
  if (entries.length === 0) return check.error('principal-empty', path);
  for (const [type, values] of entries) checkEntry(type, values, `${path}/${segment(type)}`, check);
}

function checkEntry(type: string, values: unknown, path: string, check: Check): void {
  if (!keys.has(type)) {
    // Some services have taken {"*": "*"}.
    if (type === '*') return check.warn?.('principal-unusual', path);
    return check.error('principal-key', path, { type });
  }
  const list: readonly unknown[] = Array.isArray(values) ? values : [values];
  if (list.length === 0) return check.error('principal-empty', path);
  for (const [index, value] of list.entries()) checkValue(type, value, Array.isArray(values) ? `${path}/${index}` : path, check);
}

function checkValue(type: string, value: unknown, path: string, check: Check): void {
  if (typeof value !== 'string') return check.error('principal-value', path);
  if (value === '') return check.error('principal-empty', path);
  if (type === 'AWS') return checkAws(value, path, check);
  const form = forms.get(type);
  if (!form || form.pattern.test(value)) return;
  // Whether a star stands for every service or provider is not documented; a variable is filled in by whoever makes the document.
  if (check.grammar.trust && value !== '*' && !value.includes('${')) check.error(form.id, path);
  else check.warn?.('principal-unusual', path);
}

/** What IAM asks of the principals of a trust policy; services that hold a resource have rules of their own. */
const forms = new Map<string, { id: ErrorId; pattern: RegExp }>([
  ['Service', { id: 'principal-service', pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i }],
  [
    'Federated',
    { id: 'principal-federated', pattern: /^(arn:aws[a-z-]*:iam::\d{12}:(saml-provider|oidc-provider)\/.+|[a-z0-9-]+(\.[a-z0-9-]+)+([:/].*)?)$/i },
  ],
]);

function checkAws(value: string, path: string, check: Check): void {
  if (value === '*' || ACCOUNT.test(value) || UNIQUE_ID.test(value)) return;
  if (/[*?]/.test(value)) return check.error('principal-wildcard', path);
  if (ARN.test(value)) return;
  // A variable is filled in later, by whoever makes the document; CloudFront's identities are users of no account.
  if (value.includes('${') || /^arn:aws[a-z-]*:iam::cloudfront:user\//.test(value)) return check.warn?.('principal-unusual', path);
  // ARNs of a service's own making are the service's to judge.
  if (check.grammar.checkedBy === 'service' && /^arn:aws[a-z-]*:(?!iam:|sts:)[a-z0-9-]+:/.test(value)) return check.warn?.('principal-unusual', path);
  check.error('principal-form', path);
}
