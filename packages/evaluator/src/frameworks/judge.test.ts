import { outcomeLetters, type Assessment, type Outcome, type RuleResult } from '@iam-dossier/core/assessment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judged } from './framework.ts';
import { frameworks, isNotDecidable, judgeFramework, type ControlResult } from './index.ts';

type Subject = Assessment['subjects'][number];
const subject = (name: string, more: Partial<Subject> = {}): Subject => ({
  type: 'user',
  name,
  arn: `arn:aws:iam::111122223333:user/${name}`,
  pointer: { snapshot: 0, path: '/users/0' },
  party: 'undeclared',
  inScope: true,
  ...more,
});
const subjects = ['ana', 'ben', 'cy', 'dan'].map((name) => subject(name));
const waiver = { reason: 'Moves in May.', approver: 'Ana', author: 'Ana', date: '2026-10-01', expires: '2027-05-01' };

/** A rule's verdicts on the subjects, by letter; `w` is a waived failure. */
function verdicts(id: string, letters: string): RuleResult {
  const said = { f: 'fail', w: 'fail', n: 'notEvaluated', m: 'manual' } as const;
  return {
    id,
    title: `Title of ${id}`,
    description: '',
    severity: 'low',
    weight: 'supporting',
    references: [],
    options: {},
    remediation: { console: '', cli: '', terraform: '' },
    population: [...letters].map((_, index) => index),
    outcomes: letters.replaceAll('w', 'f'),
    findings: [...letters].flatMap((letter, index) => {
      const outcome = Object.hasOwn(said, letter) ? said[letter as keyof typeof said] : undefined;
      const message = { id: 'said', data: {}, text: `${outcome}.` };
      const rest = { evidence: [], quotes: [], fingerprint: '', ...(letter === 'w' ? { waiver } : {}) };
      return outcome === undefined ? [] : [{ subject: index, outcome, message, ...rest }];
    }),
  };
}

function judged(rules: RuleResult[], more: Partial<Judged> = {}): Judged {
  return { rules, subjects, engagement: null, ...more };
}

function control(frameworkId: string, id: string, rules: RuleResult[]): ControlResult {
  const found = judgeFramework(judged(rules), frameworkId).controls.find((one) => one.id === id);
  if (!found) throw new Error(`${frameworkId} has no ${id}`);
  return found;
}
const textsOf = ({ reasons }: ControlResult) => reasons.map(({ text }) => text);

describe('a control that IAM data decide', () => {
  it.each([
    ['pppp', 'pass', 'Title of user-console-mfa: 4 of 4 pass.'],
    ['ppaa', 'pass', 'Title of user-console-mfa: 2 of 2 pass.'],
    ['pfnm', 'fail', 'Title of user-console-mfa: 1 of 4 fails.'],
    ['pnma', 'notEvaluated', 'Title of user-console-mfa: 1 of 3 could not be judged.'],
    ['ppmp', 'manual', 'Title of user-console-mfa: 1 of 4 needs a person’s word.'],
    ['aaaa', 'notApplicable', 'Title of user-console-mfa: there was nothing to judge.'],
    ['', 'notApplicable', 'Title of user-console-mfa: there was nothing to judge.'],
    ['wwfp', 'fail', 'Title of user-console-mfa: 3 of 4 fail; 2 are waived, 1 is left.'],
    ['wppp', 'fail', 'Title of user-console-mfa: 1 of 4 fails; 1 is waived, 0 are left.'],
  ])('with the verdicts "%s" is %s: %s', (letters, outcome, text) => {
    const found = control('cis-5.0', '1.9', [verdicts('user-console-mfa', letters)]);
    expect(found.outcome).toBe(outcome);
    expect(textsOf(found)[0]).toBe(text);
  });

  it('tells everything a rule said, failures first', () => {
    expect(textsOf(control('cis-5.0', '1.9', [verdicts('user-console-mfa', 'fnmp')]))).toEqual([
      'Title of user-console-mfa: 1 of 4 fails.',
      'Title of user-console-mfa: 1 of 4 could not be judged.',
      'Title of user-console-mfa: 1 of 4 needs a person’s word.',
    ]);
  });

  it('counts, and names whose verdict is no pass', () => {
    expect(control('cis-5.0', '1.9', [verdicts('user-console-mfa', 'pwfa')]).rules).toEqual([
      {
        rule: 'user-console-mfa',
        outcome: 'fail',
        judged: 3,
        passed: 1,
        failed: 2,
        waived: 1,
        notEvaluated: 0,
        manual: 0,
        findings: [
          expect.objectContaining({ arn: 'arn:aws:iam::111122223333:user/ben', name: 'ben', outcome: 'fail', waived: true }),
          expect.objectContaining({ arn: 'arn:aws:iam::111122223333:user/cy', name: 'cy', outcome: 'fail', waived: false }),
        ],
      },
    ]);
  });

  it.each([
    ['security-hub', 'IAM.18', 'pass', 1],
    ['cis-5.0', '1.16', 'manual', 0],
  ])('takes what its publisher accepts for a pass: %s %s', (id, controlId, outcome, passed) => {
    const users = verdicts('account-support-access', 'm');
    const said = { ...users, findings: users.findings.map((finding) => ({ ...finding, message: { ...finding.message, id: 'users' } })) };
    const found = control(id, controlId, [said]);
    expect([found.outcome, found.rules[0]?.passed, found.rules[0]?.findings.length]).toEqual([outcome, passed, 1 - passed]);
    expect(control(id, controlId, [verdicts('account-support-access', 'm')]).outcome).toBe('manual');
  });

  it('is as bad as the worst of its rules, which is told first', () => {
    const found = control('ftr', 'IAM-003', [verdicts('password-policy-length', 'p'), verdicts('password-policy-reuse', 'f')]);
    expect(found.outcome).toBe('fail');
    expect(textsOf(found)).toEqual(['Title of password-policy-reuse: 1 of 1 fails.', 'Title of password-policy-length: 1 of 1 passes.']);
  });

  it('is not evaluated when a rule has no verdict in the assessment: absent is no pass', () => {
    const found = control('ftr', 'IAM-003', [verdicts('password-policy-length', 'p')]);
    expect(found.outcome).toBe('notEvaluated');
    expect(textsOf(found)[0]).toBe('Not evaluated: the assessment has no verdict of password-policy-reuse.');
    expect(control('ftr', 'IAM-003', [verdicts('password-policy-length', 'f')]).outcome).toBe('fail');
  });
});

describe('a control that IAM data decide in part', () => {
  it.each([
    ['p', 'manual'],
    ['a', 'manual'],
    ['m', 'manual'],
    ['n', 'notEvaluated'],
    ['f', 'fail'],
  ])('with the verdict %s is %s, and says what the rest takes', (letter, outcome) => {
    const found = control('cis-5.0', '1.20', [verdicts('account-federation', letter)]);
    expect(found.outcome).toBe(outcome);
    expect(textsOf(found).at(-1)).toBe('IAM data shows it in part; the rest needs a person’s judgement.');
    expect(isNotDecidable(found)).toBe(false);
  });
});

describe('a control of which IAM data says nothing', () => {
  it('waits for a person, and says what it takes', () => {
    const found = control('cis-5.0', '1.17', []);
    expect(found).toMatchObject({ outcome: 'manual', decidable: 'no', rules: [], needs: ['the EC2 API'] });
    expect(textsOf(found)).toEqual(['It needs the EC2 API; IAM data does not show it.']);
    expect(isNotDecidable(found)).toBe(true);
  });

  it('does not apply when it was withdrawn', () => {
    const found = control('security-hub', 'IAM.20', []);
    expect(found.outcome).toBe('notApplicable');
    expect(textsOf(found)).toEqual(['Withdrawn by its publisher in April 2024.']);
    expect(isNotDecidable(found)).toBe(false);
  });
});

describe('a framework', () => {
  it('counts its controls, each once', () => {
    const { counts, controls } = judgeFramework(judged([verdicts('user-console-mfa', 'f'), verdicts('root-mfa', 'p')]), 'cis-5.0');
    expect(counts).toMatchObject({ fail: 1, pass: 1, manual: 0, notDecidable: 2 });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(controls.length);
  });

  it('that is not there is refused, and those that are are named', () => {
    expect(() => judgeFramework(judged([]), 'cis-2.0')).toThrow(/there is no framework "cis-2\.0"\. Known: .*cis-5\.0/);
    expect(() => judgeFramework(judged([]), '__proto__')).toThrow(/there is no framework/);
  });

  const linked = subject('linked', { party: 'aws', inScope: false });
  const customers = subject('eve', { party: 'customer', inScope: false });
  const engagement = { id: 'shop', digest: '' };
  it.each<[string, string, Partial<Judged>, string, RegExp]>([
    ['nothing left out', 'cis-5.0', {}, 'account', /^Judged: the whole account\.$/],
    ['a service-linked role', 'cis-5.0', { subjects: [...subjects, linked] }, 'account', /the whole account, but for 1 service-linked role, /],
    [
      'customer left out',
      'cis-5.0',
      { subjects: [...subjects, customers], engagement },
      'scope',
      /principals in scope .* 1 is left out\. .* whole account/,
    ],
    ['partner', 'msp-7.1', { subjects: [...subjects, customers], engagement }, 'scope', /the partner’s principals.*1 of others is left out/],
    ['partner undeclared', 'msp-7.1', {}, 'account', /every principal, for no engagement/],
  ])('says whom it is about: %s', (_, id, more, kind, text) => {
    const { population } = judgeFramework(judged([], more), id);
    expect(population.kind).toBe(kind);
    expect(population.message.text).toMatch(text);
  });

  it('never makes a control better than any verdict allows, whatever the verdicts', () => {
    const rank = (outcome: Outcome) => Object.keys(outcomeLetters).indexOf(outcome);
    const letters = fc.string({ unit: fc.constantFrom(...'fnmpaw'), maxLength: 4 });
    const rules = [...new Set(frameworks.flatMap(({ controls }) => controls.flatMap((one) => one.rules)))];
    const results = fc.array(fc.tuple(fc.constantFrom(...rules), letters), { maxLength: rules.length });
    fc.assert(
      fc.property(results, fc.constantFrom(...frameworks), (found, framework) => {
        const made = [...new Map(found)].map(([id, text]) => verdicts(id, text));
        const result = judgeFramework(judged(made), framework.id);
        for (const one of result.controls) {
          const wanted = framework.controls.find(({ id }) => id === one.id);
          if (one.outcome === 'pass') expect([wanted?.decidable, one.rules.length]).toEqual(['yes', wanted?.rules.length]);
          for (const { outcome } of one.rules) expect(rank(one.outcome)).toBeLessThanOrEqual(rank(outcome));
          expect(one.reasons.length).toBeGreaterThan(0);
        }
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
