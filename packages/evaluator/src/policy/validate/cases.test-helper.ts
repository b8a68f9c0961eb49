import { refusalOf, validatePolicyDocument, type PolicyKind } from './index.ts';

/** What is expected: nothing, or each problem as `id path`, errors and warnings alike, in order. */
export type Expected = readonly string[];

export const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
export const trusting = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' };
export const sharing = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' };

/** A document of one statement; members that are given replace those of `base`, and `undefined` takes one away. */
export function one(members: Record<string, unknown>, base: Record<string, unknown> = allow): object {
  const statement = Object.fromEntries(Object.entries({ ...base, ...members }).filter(([, value]) => value !== undefined));
  return { Version: '2012-10-17', Statement: statement };
}

/** Problems as `id path`. The verdict agrees with them, and the quick look for a refusal finds the first error. */
export function problemsOf(document: unknown, kind?: PolicyKind): string[] {
  const { valid, problems } = validatePolicyDocument(document, kind === undefined ? {} : { kind });
  const first = problems.find(({ severity }) => severity === 'error');
  const quick = refusalOf(document, kind ?? 'identity');
  if (valid !== (first === undefined)) throw new Error('the verdict does not agree with the problems');
  if (quick?.id !== first?.id || quick?.path !== first?.path) throw new Error(`another refusal: ${JSON.stringify(quick)}`);
  return problems.map(({ id, path }) => `${id} ${path}`);
}
