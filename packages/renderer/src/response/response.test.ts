import type { Assessment, CriterionResult } from '@iam-dossier/core/assessment';
import { ENGAGEMENT_FORMAT, ENGAGEMENT_VERSION, readEngagement } from '@iam-dossier/core/engagement';
import { digestOf } from '@iam-dossier/core/json';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { blockerOf, foundAssessment } from '../readiness/readiness.test-helper.ts';
import { assessmentOf, claimOf, effectiveOf, messageOf } from '../render/assessment.test-helper.ts';
import { escapeMarkdown } from './escape.ts';
import { mostWords, renderResponse } from './index.ts';
import { countWords, sentencesOf } from './words-within.ts';

const said = 'Engineers assume roles with MFA. Sessions last one hour.';

/** Every criterion passes, with a statement and facts. */
function readyAssessment(text = said, fact = '3 roles are in scope.'): Assessment {
  const { criteria } = assessmentOf();
  const statements: CriterionResult['statements'] = [{ key: 'console', text, author: 'Mateo Fuentes', date: '2026-10-27' }];
  return assessmentOf({
    criteria: criteria.map((criterion) => ({
      ...criterion,
      outcome: 'pass',
      reasons: [],
      facts: [messageOf(fact), messageOf('A second fact.')],
      statements,
    })),
    readiness: { ready: true, blockers: [], warnings: [] },
  });
}

const engagement = readEngagement({
  format: ENGAGEMENT_FORMAT,
  formatVersion: ENGAGEMENT_VERSION,
  id: 'gift-shop',
  customer: { name: 'Gifts & *Souvenirs*' },
  document: { version: '1.0', date: '2026-10-27', author: 'Mateo Fuentes' },
  accounts: [{ id: '111122223333', role: 'workload' }],
});

describe('response', () => {
  it('has the proven sentence of claims that held, and nothing of the others', () => {
    const other = { proven: null, against: [], unclear: [] };
    const claims = [
      claimOf('one', { criterion: 'A2' }),
      claimOf('two', { criterion: 'A2', outcome: 'notCheckable', ...other }),
      claimOf('three', { criterion: 'A2', outcome: 'contradicted', ...other }),
    ];
    const { text } = renderResponse({ assessment: { ...readyAssessment(), claims } });
    expect(text).toContain('Proven sentence of one.');
    expect(text).not.toMatch(/Own words|of two|of three/);
  });

  it('answers each criterion with declared words, measured facts and attached files by name and section', () => {
    const assessment = { ...readyAssessment(), engagement: { id: 'gift-shop', digest: digestOf(engagement) } };
    const { name, text, ready } = renderResponse({ assessment, engagement });
    expect({ name, ready }).toEqual({ name: 'ACCT-002-response-gift-shop', ready: true });
    expect(text).toContain(
      `**B1. Minimum privileges, without wildcards as far as possible**\n${said}\nMeasured: 3 roles are in scope. A second fact. igs-ec2-operator: EC2 operator; reads data of every service. ` +
        'Sets permissions in autoscaling, cloudwatch, 2 more. Changes autoscaling, cloudwatch, 2 more; iam on named resources. igs-terraform: Administrator: every action of every service. May do everything in the account, or give itself the right to.\n' +
        'Evidence: `ACCT-002-sop.pdf`, “Least privilege”; `ACCT-002-implementation-gift-shop.pdf`, “Least privilege”, “Principals in scope”\n',
    );
    expect(text).toContain('Declared by Mateo Fuentes (2026-10-27). Measured in 1 IAM snapshot: 111122223333-ab12cd34, collected 2026-10-05.');
    expect(text).not.toContain('NOT READY');
    expect(text).toContain('Gifts \\& \\*Souvenirs\\*');
  });

  it('says in its first line that it is not ready, and at each criterion without support', () => {
    const { text, ready } = renderResponse({ assessment: foundAssessment() });
    const open = foundAssessment().criteria.filter((criterion) => criterion.outcome !== 'pass');
    expect(ready).toBe(false);
    expect(text.split('\n')[0]).toBe(`[NOT READY: not for submission. ${open.length} of 7 criteria are not supported.]`);
    for (const { id, title } of open) expect(text).toContain(`**${id}. ${title}**\n[NOT READY: `);
    expect(text.match(/\[NOT READY: /g)).toHaveLength(open.length + 1);
  });

  it('tells what each of a few principals may do, changes before reading, and which policy is shown', () => {
    const assessment = readyAssessment();
    const access = { scoped: 0, conditional: 0, everyAction: false };
    const services = [
      { ...access, service: 'ec2', all: 3, scoped: 4 },
      { ...access, service: 's3', all: 3 },
    ];
    const effectivePermissions = [
      { ...effectiveOf('EC2 operator'), services },
      { ...effectiveOf('Reader'), services: services.slice(1) },
    ];
    const exhibit = { document: 'd', policyName: 'igs_operator', type: 'customerManaged', subjects: [0], statements: 1, limited: 1 } as const;
    const { text } = renderResponse({ assessment: { ...assessment, effectivePermissions, exhibit: { ...exhibit, subjects: [0] } } });
    expect(text).toContain(
      'igs-ec2-operator: EC2 operator. Changes ec2 on named resources. igs-terraform: Reader. Reads s3. Policy shown whole: igs\\_operator.\n',
    );
    expect(text.match(/igs-terraform/g)).toHaveLength(1);
    const many = [...assessment.profiles, ...assessment.profiles, ...assessment.profiles];
    expect(renderResponse({ assessment: { ...assessment, effectivePermissions, profiles: many } }).text).not.toContain('igs-terraform');
  });

  it('names what is undeclared and keeps findings inside', () => {
    const blockers = [
      blockerOf('undeclared', { criterion: 'A1', message: messageOf('No statement is declared on console access.') }),
      blockerOf('undeclared', { criterion: 'A1', rule: 'wildcard', message: messageOf('igs-terraform needs a word.') }),
      blockerOf('rejected', { message: messageOf('AmazonEC2FullAccess allows too much.') }),
    ];
    const { text } = renderResponse({ assessment: foundAssessment({ readiness: { ready: false, blockers, warnings: [] } }) });
    expect(text).toContain('[NOT READY: No statement is declared on console access.]');
    expect(text).not.toMatch(/igs-|EC2FullAccess|wildcards: 2|Mend|readiness-1/);
  });

  it('cites the procedure only when it was adopted', () => {
    const assessment = readyAssessment();
    const criteria = assessment.criteria.map((criterion) => (criterion.id === 'E1' ? { ...criterion, outcome: 'manual' as const } : criterion));
    expect(renderResponse({ assessment: { ...assessment, criteria, readiness: { ready: false, blockers: [], warnings: [] } } }).text).not.toContain(
      'ACCT-002-sop',
    );
  });

  it('masks what a submission must not show', () => {
    const { text } = renderResponse({
      assessment: readyAssessment('Ask ana.ribeiro@quillstone.example of 444455556666 about AKIAIOSFODNN7EXAMPLE in 111122223333.'),
    });
    expect(text).not.toMatch(/ana\.ribeiro@|444455556666|IOSFODNN7/);
    expect(text).toContain('111122223333');
  });

  it('says the same words without markup, whatever stands in them', () => {
    const plainOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(plainOf).join('') : '\n');
    const odd = 'Roles *named* `ops_[a]` <b>and</b> 1 | 2. # None & ~~no~~ other.';
    const assessment = { ...readyAssessment(said, odd), engagement: { id: 'gift-shop', digest: digestOf(engagement) } };
    const { text, plain } = renderResponse({ assessment, engagement });
    const paragraphs = fromMarkdown(text).children.map(plainOf);
    expect(plain).toBe(`${paragraphs.join('\n\n')}\n`);
    expect(plain).toContain(odd);
    expect(plain).toContain('ACCT-002-sop.pdf, “Least privilege”');
  });

  it('shortens statements at the end of a sentence and says so', () => {
    const long = Array.from({ length: 40 }, (_, index) => `Sentence number ${index} says one more thing.`).join(' ');
    const { text } = renderResponse({ assessment: readyAssessment(long) });
    expect(countWords(text)).toBeLessThanOrEqual(mostWords);
    for (const line of text.split('\n').filter((entry) => entry.startsWith('Sentence')))
      expect(line).toMatch(/^(Sentence number \d+ says one more thing\. )+\[…\]$/);
    expect(text.match(/^Sentence number 0/gm)).toHaveLength(7);
  });

  it('never has more than 500 words, whatever was declared', () => {
    const words = fc.array(fc.constantFrom('Role', 'a', 'b.', 'MFA!', '“x”', '12'), { maxLength: 400 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, fc.boolean(), (text, fact, ready) => {
        const { criteria, readiness, ...rest } = readyAssessment(text, fact);
        const assessment = {
          ...rest,
          criteria: criteria.map((entry) => ({ ...entry, title: text.slice(0, 300), outcome: ready ? entry.outcome : ('manual' as const) })),
          readiness,
        };
        expect(countWords(renderResponse({ assessment }).text)).toBeLessThanOrEqual(mostWords);
      }),
      { numRuns: 60 },
    );
  });
});

describe('escapes', () => {
  it.each(['[x](http://evil)', '<script>', '`code` **b** _i_', '![i](y)', 'a\n# head\n- item', '&lt;b&gt; ~~s~~ | a |', '\\*x\\*'])('%s', (text) => {
    const [block, ...others] = fromMarkdown(`Said: ${escapeMarkdown(text)}`).children;
    expect(others).toEqual([]);
    expect(block).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: `Said: ${text.replace(/\s+/g, ' ')}` }] });
  });

  it('drops what steers a terminal or turns the direction of text', () => {
    expect(escapeMarkdown('a\u001b[31mb\u202ec\u0007')).toBe('a \\[31mbc');
  });

  it('knows where a sentence ends', () => {
    expect(sentencesOf('It uses AWS CLI 2.32.0, e.g. with MFA. “Yes.” The end? 12 roles.')).toEqual([
      'It uses AWS CLI 2.32.0, e.g. with MFA.',
      '“Yes.”',
      'The end?',
      '12 roles.',
    ]);
  });
});
