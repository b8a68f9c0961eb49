import { DossierError } from '@iam-dossier/core/errors';
import type { AuthorizationRequest } from './request.ts';

/**
 * A request whose texts are texts. Documents and context may be anything: those come from accounts, the rest from programs.
 * @throws DossierError `usage`
 */
export function checkRequest(request: AuthorizationRequest): void {
  const given: unknown = request;
  const { principal, action, resource, resourceAccount } = (given ?? {}) as Readonly<Record<string, unknown>>;
  const arn = typeof principal === 'object' && principal !== null ? (principal as Readonly<Record<string, unknown>>)['arn'] : principal;
  if (typeof arn !== 'string') throw wrong('principal', 'an ARN, or an object whose "arn" is one');
  if (typeof action !== 'string') throw wrong('action', 'a text such as s3:GetObject');
  if (resource !== undefined && typeof resource !== 'string') throw wrong('resource', 'an ARN, or left out');
  if (resourceAccount !== undefined && typeof resourceAccount !== 'string') throw wrong('resourceAccount', 'an account id, "unknown", or left out');
}

function wrong(member: string, wanted: string): DossierError {
  return new DossierError('usage', `"${member}" of the request must be ${wanted}`, { hint: 'One call of authorize answers one request.' });
}
