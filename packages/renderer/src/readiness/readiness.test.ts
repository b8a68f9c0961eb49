import { describe, expect, it } from 'vitest';
import { claimOf, messageOf, subjectOf } from '../render/assessment.test-helper.ts';
import { fairShares } from './budget.ts';
import { excerptsOf, linesOf } from './excerpts.ts';
import { renderReadiness } from './index.ts';
import { blockerOf, findingOf, foundAssessment, policyDocument, ruleOf } from './readiness.test-helper.ts';

function textOf(html: string): string {
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<wbr>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Whether these stand in the text in this order. */
function expectInOrder(text: string, ...parts: string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `"${part}" after character ${from}`).toBeGreaterThanOrEqual(0);
    from = at;
  }
}

const quotedAt = (path: string, text: string) => ({ document: 'd1', policyName: 'Operator', path, text });

describe('readiness', () => {
  const document = renderReadiness({ assessment: foundAssessment() });
  const text = textOf(document.html);

  it('is marked internal on every page', () => {
    expect(document).toMatchObject({ name: 'ACCT-002-readiness-111122223333', date: '2026-10-06' });
    for (const html of [document.html, document.printHtml ?? '']) expect(html).toMatch(/@top-center \{ content: "INTERNAL/);
    expect(text).toContain('INTERNAL – not for submission');
  });

  it('says the verdict first, then blockers worst kind first, then findings', () => {
    expectInOrder(text, 'Not ready for submission', 'rejected 1 A reviewer', 'unproven 1', 'undeclared 1', 'warning 1');
    expectInOrder(
      text,
      'Blocked as rejected.',
      'Blocked as unproven.',
      'Blocked as undeclared.',
      'Title of worst',
      'Title of wildcard',
      'Title of unjudged',
      'Title of a-supporting',
      'Title of held',
    );
    expectInOrder(
      text,
      'B1 Blocked as rejected.',
      'Who igs-ec2-operator user igs-terraform user',
      'Do Mend rejected. See the finding',
      'B1 Blocked as unproven.',
    );
  });

  it('tells findings that block from supporting facts', () => {
    const at = (part: string) => document.html.indexOf(part);
    expect(at('<article class="readiness-rule" id="rule-wildcard"')).toBeLessThan(at('<section id="supporting"'));
    expect(at('<article class="readiness-rule" id="rule-a-supporting"')).toBeGreaterThan(at('<section id="supporting"'));
  });

  it('counts the population and the outcomes', () => {
    expectInOrder(text, 'Title of worst', '1 of 1 user tested', '1 fails', '1 not applicable');
    expectInOrder(text, 'Title of wildcard', '2 of 2 users tested', '2 fail');
    expectInOrder(text, 'Title of unjudged', '1 of 2 users tested', '1 not evaluated', '1 passes', 'AWS refused the call.');
    expectInOrder(text, 'Thresholds used', 'Title of wildcard limit 1,200');
  });

  it('keeps a waived failure a failure', () => {
    expectInOrder(
      text,
      'igs-terraform',
      'Fails',
      'Waived by Priya Raman on 2026-09-01, until 2027-01-31: Agreed until the move. A waived failure stays a failure.',
    );
  });

  it('shows a line at fault in its statement, once for all who have it', () => {
    expect(document.html.match(/class="readiness-excerpt"/g)).toHaveLength(1);
    expect(document.html.match(/<mark[^>]*>.*?<\/mark>/g)).toEqual([expect.stringContaining('&quot;elasticloadbalancing:*&quot;,')]);
    expectInOrder(
      text,
      'Quote 1 Operator arn:aws:iam::111122223333:policy/Operator /Statement/1/Action/1',
      'quoted by 2 findings',
      'Run',
      'ec2:StartInstances',
      'at fault:',
      'ec2:StopInstances',
    );
    expect(text).not.toContain('ec2:DescribeInstances');
  });

  it('gives steps that mend several rules once', () => {
    const { remediation } = ruleOf('first');
    const rules = ['first', 'second'].map((id) => ruleOf(id, { remediation, outcomes: 'fp', findings: [findingOf(0)] }));
    const { html } = renderReadiness({ assessment: foundAssessment({ rules }) });
    expect(html.split('Open the console.')).toHaveLength(2);
    expect(html).toMatch(/by the steps under <a href="#rule-first">Title of first<\/a>/);
  });

  it('gives the steps to mend where something failed, and evidence for each finding', () => {
    expectInOrder(
      text,
      'Title of wildcard',
      '111122223333-ab12cd34 /users/0',
      'Open the console.',
      'aws iam get-user',
      'resource "aws_iam_role" "wildcard" {}'.replaceAll('"', '&quot;'),
    );
    const unjudged = document.html.slice(document.html.indexOf('id="rule-unjudged"'), document.html.indexOf('<section id="supporting"'));
    expect(unjudged).not.toContain('readiness-steps');
  });

  it('says what was not evaluated, what was noted, and what it was made from', () => {
    expectInOrder(
      text,
      'The snapshot is 100 days old.',
      'is not an answer of the AWS CLI',
      'No verdict rests on any of this',
      'The list of keys was refused.',
      'List of roles',
      'Session policies',
    );
    expectInOrder(text, '2 of 3 principals are in scope', 'ab12cd34', '2026-10-05 16:20:00 UTC');
  });

  it('says so when nothing stands against a submission', () => {
    const ready = textOf(
      renderReadiness({ assessment: foundAssessment({ rules: [ruleOf('held')], readiness: { ready: true, blockers: [], warnings: [] } }) }).html,
    );
    expectInOrder(
      ready,
      'Ready for submission',
      'rejected 0',
      'Nothing stands against a submission.',
      'No rule that can fail a criterion has a finding.',
      'Title of held',
    );
    expect(ready).not.toContain('Not ready');
  });

  it('shows all in the HTML, and the first of each in the PDF with the rest counted', () => {
    const subjects = Array.from({ length: 300 }, (_, index) => subjectOf('user', `user-${index}`));
    const all = subjects.map((_, index) => index);
    const rule = (id: string) => ruleOf(id, { population: all, outcomes: 'f'.repeat(300), findings: all.map((index) => findingOf(index)) });
    const rules = [rule('one'), rule('two'), ruleOf('small', { outcomes: 'fp', findings: [findingOf(0)] })];
    const many = renderReadiness({
      assessment: foundAssessment({
        subjects,
        rules,
        readiness: { ready: false, blockers: [blockerOf('rejected', { subjects: all })], warnings: [] },
      }),
    });
    const rows = (html: string) => html.match(/<tr class="finding"/g)?.length;
    expect(rows(many.html)).toBe(601);
    expect(rows(many.printHtml ?? '')).toBe(30);
    expect(textOf(many.printHtml ?? '')).toContain('286 more are in the HTML document.');
    expect(textOf(many.html)).not.toContain('in the HTML document.');
  });

  it('takes nothing in names for markup', () => {
    const subjects = [subjectOf('user', '<img src=x onerror=alert(1)>'), subjectOf('user', '"><script>'), subjectOf('role', 'r')];
    const { html } = renderReadiness({ assessment: foundAssessment({ subjects, documents: { d1: { Statement: [{}, { '</code><b>': '<i>' }] } } }) });
    expect(html).not.toMatch(/<img|<b>|<i>/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('is the same bytes each time', () => {
    expect(renderReadiness({ assessment: foundAssessment() })).toEqual(document);
  });
});

describe('excerpt', () => {
  const linesFor = (paths: string[], most = 60, documents: Record<string, unknown> = { d1: policyDocument }) => {
    const [excerpt] = excerptsOf([findingOf(0, { quotes: paths.map((path) => quotedAt(path, 'quoted')) })]).values();
    return excerpt ? linesOf(excerpt, documents, most) : [];
  };
  const marked = (...input: Parameters<typeof linesFor>) =>
    linesFor(...input)
      .filter((line) => line.marked)
      .map((line) => line.text.trim());

  it.each([
    ['an entry', ['/Statement/1/Action/0'], ['"ec2:StartInstances",']],
    ['two entries', ['/Statement/1/Action/2', '/Statement/1/Action/0'], ['"ec2:StartInstances",', '"ec2:StopInstances"']],
    ['a whole member', ['/Statement/0/Action'], ['"Action": [', '"ec2:DescribeInstances"', '],']],
    ['a plain member', ['/Statement/0/Resource'], ['"Resource": "*"']],
  ])('marks %s', (_, paths, expected) => {
    expect(marked(paths)).toEqual(expected);
  });

  it('knows a lone statement, and a document that is not there', () => {
    expect(marked(['/Statement/Action'], 60, { d1: { Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: '*' } } })).toEqual([
      '"Action": "ec2:*",',
    ]);
    expect(marked(['/Statement/1/Action/0'], 60, {})).toEqual(['quoted']);
  });

  it('prints a statement the same way, whatever the order of its members', () => {
    const [, run] = policyDocument.Statement;
    const turned = Object.fromEntries(Object.entries(run ?? {}).reverse());
    const printed = (statement: object) => linesFor(['/Statement/Action'], 60, { d1: { Statement: statement } });
    expect(printed(turned)).toEqual(printed(run ?? {}));
    const members = printed({ Zeta: 1, Condition: {}, Resource: '*', Action: 'a', Effect: 'Allow', Sid: 's' });
    expect(members.map((line) => line.text.split('"')[1] ?? '')).toEqual(['', 'Sid', 'Effect', 'Action', 'Resource', 'Condition', 'Zeta', '']);
  });

  it('keeps lines at fault when a statement is too long, and counts what it leaves out', () => {
    const Action = Array.from({ length: 300 }, (_, index) => `s3:Get${index}`);
    const lines = linesFor(['/Statement/0/Action/150'], 8, { d1: { Statement: [{ Sid: 'Long', Action }] } });
    expect(lines.filter((line) => line.marked).map((line) => line.text.trim())).toEqual(['"s3:Get150",']);
    expect(lines.reduce((sum, line) => sum + (line.gap || 1), 0)).toBe(305);
    expect(lines.filter((line) => line.gap === 0)).toHaveLength(8);
  });
});

describe('shares', () => {
  it.each([
    [10, [100, 100], [5, 5]],
    [10, [1, 100], [1, 9]],
    [10, [2, 3], [2, 3]],
    [4, [9, 0, 9, 9], [1, 0, 1, 2]],
    [3, [], []],
  ])('%d for %j', (budget, wanted, shares) => {
    expect(fairShares(budget, wanted)).toEqual(shares);
  });
});

describe('claims and decisions', () => {
  const against = [
    {
      message: messageOf('ReadOnlyAccess gives more.'),
      subject: 0,
      evidence: [{ snapshot: 0, path: '/users/0' }],
      quotes: [{ document: 'd1', policyName: 'Operator', path: '/Statement/0/Action', text: 'ec2:*' }],
    },
  ];
  const assessment = foundAssessment({
    claims: [
      claimOf('first'),
      claimOf('second', { outcome: 'contradicted', proven: null, against }),
      claimOf('third', { outcome: 'notCheckable', proven: null }),
    ],
    waivers: [
      {
        rule: 'worst',
        subject: '*',
        reason: 'Agreed.',
        approver: 'Priya Raman',
        date: '2026-09-01',
        expires: '2027-01-31',
        state: 'inForce',
        failures: 1,
      },
      {
        rule: 'gone',
        subject: '*',
        reason: 'Old.',
        approver: 'Priya Raman',
        date: '2026-01-01',
        expires: '2026-02-01',
        state: 'unknownRule',
        failures: 0,
      },
    ],
    declaredFacts: [
      { fact: { key: 'identityProviderMfa', value: true, author: 'Ana', date: '2026-01-01', expires: '2026-02-01' }, state: 'expired' },
    ],
    readiness: {
      ready: false,
      blockers: [
        blockerOf('rejected', { claim: 'second', message: messageOf('ReadOnlyAccess gives more.') }),
        blockerOf('rejected', {
          id: 'b1-words',
          message: messageOf('It says “access keys”.'),
          words: { file: 'engagement', member: 'accessModel.console.text', line: 2, text: 'We use access keys.', rewrite: 'We assume roles.' },
        }),
      ],
      warnings: [],
    },
  });
  const { html } = renderReadiness({ assessment });
  const text = textOf(html);

  it('tells the contradicted ones first, with the fact and its line', () => {
    expectInOrder(
      text,
      '1 held, 1 contradicted, 1 not checkable',
      'Title of second',
      'ReadOnlyAccess gives more.',
      'Operator /Statement/0/Action ec2:*',
      'Own words of second.',
      'Title of third',
      'Title of first',
      'Proven sentence of first.',
    );
    expect(html).toContain('<a href="#claim-second">');
  });

  it('quotes the words that block, with their place', () => {
    expectInOrder(text, 'It says “access keys”.', 'accessModel.console.text, line 2', '“We use access keys.”');
  });

  it('lists every waiver and declared fact with its state, and counts failures before and after', () => {
    expectInOrder(text, 'failures', 'waived', 'A waived failure stays a failure', 'worst', 'Covers 1 failure', 'gone', 'There is no such rule');
    expectInOrder(text, 'MFA at the external identity provider', 'Ana, 2026-01-01', '2026-02-01', 'Expired');
  });

  it('has no such section without them', () => {
    expect(renderReadiness({ assessment: foundAssessment() }).html).not.toMatch(/id="(claims|decisions)"/);
  });
});
