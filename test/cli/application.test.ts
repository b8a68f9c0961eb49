import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { examples, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const ready = 'infinity-gifts-souvenirs-mended';
const open = 'infinity-gifts-souvenirs';

beforeAll(() => {
  cpSync(examples, at('made'), { recursive: true });
  // Another customer, so that the two examples can go together.
  const engagement = at('made', open, 'engagement.yaml');
  writeFileSync(engagement, readFileSync(engagement, 'utf8').replace('name: Infinity Gifts Souvenirs', 'name: Harbor Toys'));
});

function applicationWith(name: string, changes: string): string {
  const text = `format: iam-dossier.application
formatVersion: 1
id: ec2
designation: AWS Service Delivery, Amazon EC2
checklist: { release: February 2026 – August 2026 }
${changes}`;
  writeFileSync(at('made', name), text);
  return at('made', name);
}

const both = `examples:
  - { engagement: ${open}/engagement.yaml, inputs: [${open}/aws] }
  - { engagement: ${ready}/engagement.yaml, inputs: [${ready}/aws] }
`;
const make = (file: string, ...args: string[]) =>
  run('application', file, '--format', 'html,md,txt', '--issued-at', '2026-11-01', '-o', at('out'), '--force', ...args);

describe('application', () => {
  it('is ready with one example that is, and makes every dossier, the procedure once', async () => {
    const { code, out } = await make(applicationWith('a.yaml', both));
    expect(code).toBe(0);
    expect(out).toContain('READY to submit');
    for (const file of [
      'ACCT-002-sop.html',
      'internal/ACCT-002-application-ec2.html',
      `${open}/ACCT-002-implementation-${open}.html`,
      `${ready}/ACCT-002-response-${ready}.md`,
      `${ready}/internal/assessment.json`,
    ])
      expect([file, existsSync(at('out', file))]).toEqual([file, true]);
    expect(existsSync(at('out', ready, 'ACCT-002-sop.html'))).toBe(false);
    expect(existsSync(at('out', 'ACCT-002-action-items-ec2.md'))).toBe(false);
  });

  it('holds answers to action items against what is met now', async () => {
    const items = `previousSubmissions:
  - date: 2026-05-12
    actionItems:
      - { id: '1', text: 'Limit the policy <b>.', criterion: B1, answer: { text: 'It is limited, in account 444455556666.', author: Ana, date: 2026-10-27 } }
`;
    const answered = await make(applicationWith('b.yaml', both + items));
    expect([answered.code, readFileSync(at('out/ACCT-002-action-items-ec2.txt'), 'utf8')]).toEqual([
      0,
      'ACCT-002, answers to the action items of earlier submissions: AWS Service Delivery, Amazon EC2\n\n' +
        'Action item 1 of 2026-05-12\nAsked: Limit the policy <b>.\nAnswer: It is limited, in account ••••6666. (Ana, 2026-10-27)\n',
    ]);
    expect(readFileSync(at('out/ACCT-002-action-items-ec2.md'), 'utf8')).toContain('Limit the policy \\<b\\>.');
    const alone = `examples:\n  - { engagement: ${open}/engagement.yaml, inputs: [${open}/aws] }\n`;
    const contradicted = await make(applicationWith('c.yaml', alone + items), '--json');
    expect(contradicted.code).toBe(1);
    expect(JSON.parse(contradicted.out)).toMatchObject({ ready: false, items: [{ item: '1', state: 'contradicted' }] });
    expect(readFileSync(at('out/ACCT-002-action-items-ec2.md'), 'utf8')).toContain('[NOT READY');
  });

  it.each([
    ['no examples', 'examples: []\n', 'examples'],
    ['an example that is not there', 'examples:\n  - { engagement: nowhere.yaml, inputs: [x] }\n', 'nowhere.yaml does not exist'],
    ['a path that is not relative', 'examples:\n  - { engagement: /nowhere.yaml, inputs: [x] }\n', 'write the path relative to the file'],
    [
      'one example twice',
      `examples:\n${`  - { engagement: ${ready}/engagement.yaml, inputs: [${ready}/aws] }\n`.repeat(2)}`,
      'Two examples have the engagement id',
    ],
    ['a member it does not know', `${both}submitby: 2026-11-20\n`, 'submitby'],
  ])('is refused with %s', async (_, changes, reason) => {
    const { code, err } = await run('application', applicationWith('d.yaml', changes), '-o', at('never'));
    expect([code, existsSync(at('never'))]).toEqual([2, false]);
    expect(err).toContain(reason);
  });

  it('says what it takes when given an engagement', async () => {
    const { code, err } = await run('application', join(examples, ready, 'engagement.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('is not iam-dossier.application');
  });
});
