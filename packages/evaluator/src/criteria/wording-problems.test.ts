import { describe, expect, it } from 'vitest';
import { partnerOf } from '../testing/engagement.test-helper.ts';
import { assess, readyEngagement, statements, type Situation } from '../testing/ready.test-helper.ts';

const sop = (members: object) => partnerOf({ sop: { version: '2.0', adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' }, ...members } });
const blockers = (situation: Situation) =>
  assess(situation).readiness.blockers.map(({ criterion, message, words }) => [criterion, message.id, words?.file, words?.member, words?.line]);

describe('words that block', () => {
  it.each<[string, Situation, unknown[]]>([
    [
      'a statement in one of its languages',
      {
        engagement: readyEngagement({
          accessModel: {
            ...statements,
            console: { ...statements.console, text: { 'en': 'By roles.', 'pt-BR': 'Por funções.\n\nO pipeline usa chaves de acesso.' } },
          },
        }),
      },
      ['A1', 'words-keys', 'engagement', 'accessModel.console.text.pt-BR', 3],
    ],
    [
      'a statement without a word',
      { engagement: readyEngagement({ accessModel: { ...statements, federation: { ...statements.federation, text: {} } } }) },
      ['A3', 'words-nothing', 'engagement', 'accessModel.federation.text', 1],
    ],
    [
      'a statement on another example',
      {
        engagement: readyEngagement({
          accessModel: { ...statements, leastPrivilege: { ...statements.leastPrivilege, text: 'Same as customer 1.' } },
        }),
      },
      ['B1', 'words-same', 'engagement', 'accessModel.leastPrivilege.text', 1],
    ],
    [
      'a component of the workload',
      { engagement: readyEngagement({ workload: { components: ['Web servers', 'TBD'] } }) },
      ['E2', 'words-placeholder', 'engagement', 'workload.components[1]', 1],
    ],
    [
      'the customer’s name',
      { engagement: readyEngagement({ customer: { name: '<customer>' } }) },
      ['E2', 'words-placeholder', 'engagement', 'customer.name', 1],
    ],
    [
      'a purpose',
      {
        engagement: readyEngagement({
          principals: [{ arn: '*partner-*', party: 'partner', purpose: 'Shared login of support' }, ...(readyEngagement().principals ?? []).slice(1)],
        }),
      },
      ['E2', 'words-shared', 'engagement', 'principals[0].purpose', 1],
    ],
    [
      'a paragraph of the procedure',
      { partner: sop({ paragraphs: { 'console.sign-in': { append: { en: 'We do so.\nThe customer is responsible for IAM.' } } } }) },
      ['E1', 'words-customer', 'partner', 'sop.paragraphs.console.sign-in.append.en', 2],
    ],
    ['the approver of the procedure', { partner: sop({ owner: 'TODO: name' }) }, ['E1', 'words-placeholder', 'partner', 'sop.owner', 1]],
  ])('%s', (_, situation, expected) => {
    expect(blockers(situation)).toEqual([expected]);
    const [blocker] = assess(situation).readiness.blockers;
    expect(blocker?.mend).toContain(blocker?.words?.rewrite);
  });

  it('get a sentence for their place in their own language', () => {
    const rewriteOf = (text: object | string) => {
      const console = { ...statements.console, text: text as string };
      return assess({ engagement: readyEngagement({ accessModel: { ...statements, console } }) }).readiness.blockers[0]?.words?.rewrite;
    };
    expect(rewriteOf('We use access keys.')).toMatch(/^Our engineers/);
    expect(rewriteOf({ es: 'Usamos claves de acceso.' })).toMatch(/^Nuestros ingenieros/);
    expect(rewriteOf({ 'pt-BR': 'Usamos chaves de acesso.' })).toMatch(/^Nossos engenheiros/);
    expect(rewriteOf('Usamos chaves de acesso.')).toMatch(/^Nossos engenheiros/);
  });

  it('are lifted by no waiver, no declared fact and no claim', () => {
    const engagement = readyEngagement({ accessModel: { ...statements, console: { ...statements.console, text: 'N/A' } } });
    const waivers = [{ rule: 'user-access-key', subject: '*', reason: 'agreed', approver: 'Ben', date: '2026-10-01', expires: '2026-12-31' }];
    const before = assess({ engagement }).readiness.blockers;
    expect(before).toHaveLength(1);
    expect(assess({ engagement: { ...engagement, waivers } }).readiness.blockers).toEqual(before);
  });
});

describe('old work', () => {
  it.each<[string, Situation, string[]]>([
    ['a snapshot of 18 months ago', { collectedAt: '2025-04-02T09:00:00Z', issuedAt: '2026-10-02' }, []],
    ['a snapshot of a day more', { collectedAt: '2025-04-01T09:00:00Z', issuedAt: '2026-10-02' }, ['e2-work-old-snapshot-111122223333']],
    [
      'a document of more than 18 months ago',
      { engagement: readyEngagement({ document: { version: '1.0', date: '2025-04-01', author: 'Ana' } }) },
      ['e2-work-old-document'],
    ],
  ])('%s', (_, situation, expected) => {
    expect(
      assess(situation)
        .readiness.blockers.filter(({ id }) => id.includes('work-old'))
        .map(({ id }) => id),
    ).toEqual(expected);
  });

  it('warns of a statement of more than 18 months ago', () => {
    const console = { ...statements.console, date: '2025-04-01' };
    const { readiness } = assess({ engagement: readyEngagement({ accessModel: { ...statements, console } }) });
    expect(readiness.warnings).toMatchObject([{ id: 'statement-old', data: { topic: 'console', date: '2025-04-01' } }]);
    expect(readiness.ready).toBe(true);
  });
});
