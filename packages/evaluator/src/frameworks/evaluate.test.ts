import { describe, expect, it } from 'vitest';
import { evaluate, type EvaluateInput } from '../evaluate.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { readyAnswers, readyEngagement, shop, operator, staff } from '../testing/ready.test-helper.ts';
import { citationsOf, evaluateFrameworks, judgeFramework } from './index.ts';

const linked = shop.role('AWSServiceRoleForSupport', [{ Principal: { Service: 'support.amazonaws.com' } }], {
  path: '/aws-service-role/support.amazonaws.com/',
  inline: { all: [{ Action: '*' }] },
});
const snapshot = shop.snapshot([...readyAnswers({ roles: [operator, staff, linked] }), reportOf({ '<root_account>': rootCells })]);
const input: EvaluateInput = { snapshots: [snapshot], engagement: readyEngagement(), issuedAt: '2026-10-02' };
const assessment = evaluate(input);
const administrators = (id: string, controlId: string) => {
  const [result] = evaluateFrameworks(input, assessment, [id]);
  const control = result?.controls.find((one) => one.id === controlId);
  return control?.rules.find((rule) => rule.rule === 'principal-administrator')?.findings.map((finding) => finding.name);
};

describe('evaluateFrameworks', () => {
  it('judges the whole account where the framework asks for it, although the engagement leaves the customer’s people out', () => {
    expect(assessment.rules.find((rule) => rule.id === 'principal-administrator')?.findings).toEqual([]);
    expect(administrators('cis-5.0', '1.15')).toEqual(['AWSReservedSSO_Staff_0123456789abcdef']);
    const [result] = evaluateFrameworks(input, assessment, ['cis-5.0']);
    expect(result?.population).toMatchObject({ kind: 'account', leftOut: 0 });
  });

  it('judges the partner’s principals where the framework speaks of them', () => {
    expect(administrators('msp-7.1', 'SEC-006')).toEqual([]);
    expect(evaluateFrameworks(input, assessment, ['msp-7.1'])).toEqual([judgeFramework(assessment, 'msp-7.1')]);
  });

  it('holds against nobody the roles that only AWS can change, by no rule that a framework names', () => {
    const { subjects, rules } = evaluate({ snapshots: [snapshot], issuedAt: '2026-10-02' });
    const role = subjects.findIndex((subject) => subject.name === 'AWSServiceRoleForSupport');
    const cited = rules.filter(({ id }) => citationsOf(id).length > 0);
    expect(role).toBeGreaterThan(0);
    expect(cited.filter(({ findings }) => findings.some(({ subject }) => subject === role)).map(({ id }) => id)).toEqual([]);
  });

  it('says what the assessment says where nobody is left out', () => {
    const everybody = { snapshots: [snapshot], issuedAt: '2026-10-02' };
    const whole = evaluate(everybody);
    expect(evaluateFrameworks(everybody, whole, ['cis-7.0', 'security-hub'])).toEqual([
      judgeFramework(whole, 'cis-7.0'),
      judgeFramework(whole, 'security-hub'),
    ]);
  });

  it('leaves the assessment as it is', () => {
    const before = JSON.stringify(assessment);
    evaluateFrameworks(input, assessment, ['cis-5.0']);
    expect(JSON.stringify(assessment)).toBe(before);
  });

  it('refuses an id that is none', () => {
    expect(() => evaluateFrameworks(input, assessment, ['cis-5.0', 'cis'])).toThrow(/there is no framework "cis"/);
  });
});
