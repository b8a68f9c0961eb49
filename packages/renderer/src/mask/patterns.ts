const hidden = '••••';

/** Keeps the last four digits. */
export function maskAccountId(id: string): string {
  return `${hidden}${id.replaceAll('-', '').slice(-4)}`;
}

/** Keeps the first and last character of the name, and the domain: one person stays one, and stays unnamed. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}${hidden}${at > 1 ? address.slice(at - 1, at) : ''}${address.slice(at)}`;
}

/** Keeps the kind (first four) and the last four characters, as the assessment does. */
export function maskAccessKeyId(id: string): string {
  return `${id.slice(0, 4)}…${id.slice(-4)}`;
}

export const accountIds = /(?<!\d)(?:\d{12}|\d{4}-\d{4}-\d{4})(?!\d)/g;
export const emailAddresses = /[\w.+%-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}/gi;
export const accessKeyIds = /\b(?:AKIA|ASIA)[A-Z0-9]{12,28}\b/g;
