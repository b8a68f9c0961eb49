import { readFileSync } from 'node:fs';
import { readEngagement } from '@iam-dossier/core/engagement';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../packages/core/src/contract/yaml.ts';

const guide = readFileSync(new URL('../../docs/guides/engagement.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

describe('the guide to engagements', () => {
  it('shows a file that reads, alone and with every part it adds', () => {
    const [first = '', ...more] = blocks;
    expect(more.length).toBe(5);
    const read = (text: string) => {
      const { value, origin } = parseYaml(text, 'guide.yaml');
      return readEngagement(value, origin);
    };
    expect(read(first).accounts).toHaveLength(2);
    expect(read([first, ...more].join('\n'))).toMatchObject({
      waivers: [{ rule: 'access-key-age' }],
      claims: [{}, { id: 'short-sessions' }],
      declaredFacts: [{}, {}, {}],
      scope: { exclude: [{ author: 'Ben Novak' }] },
    });
  });
});
