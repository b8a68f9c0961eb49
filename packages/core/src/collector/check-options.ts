import { DossierError } from '../errors/index.ts';
import { includes } from './calls/index.ts';
import type { CollectOptions } from './options.ts';

/** @throws DossierError `usage` for what cannot be meant */
export function checkOptions({ depth, include = [], concurrency, expectedAccount, resume, journal, endpoint, credentials }: CollectOptions): void {
  const wrong = include.find((name) => !includes.includes(name));
  if (wrong !== undefined) throw usage(`${JSON.stringify(wrong)} cannot be included; ${includes.join(', ')} can`);
  if (depth !== undefined && depth !== 'account' && depth !== 'full') throw usage(`depth is account or full, not ${JSON.stringify(depth)}`);
  if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 100))
    throw usage('concurrency is a whole number from 1 to 100');
  if (expectedAccount !== undefined && !/^\d{12}$/.test(expectedAccount))
    throw usage(`${JSON.stringify(expectedAccount)} is no account id of 12 digits`);
  if (resume === true && journal === undefined) throw usage('only a run that keeps a journal can be gone on from');
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
    throw usage(`${JSON.stringify(endpoint)} is no address that begins with http:// or https://`);
  if (credentials?.roleArn !== undefined && !/^arn:[a-z0-9-]+:iam::\d{12}:role\/.+/.test(credentials.roleArn))
    throw usage(`${JSON.stringify(credentials.roleArn)} is no ARN of a role`);
}

function usage(message: string): DossierError {
  return new DossierError('usage', message);
}
