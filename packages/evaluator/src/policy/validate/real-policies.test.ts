import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { validatePolicyDocument } from './index.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/data/aws-managed-policies', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

describe.skipIf(files.length === 0)('AWS’s own policies', () => {
  it.each(files)('%s', (file) => {
    const answer = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { PolicyVersion: { Document: unknown } };
    expect(validatePolicyDocument(answer.PolicyVersion.Document).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
