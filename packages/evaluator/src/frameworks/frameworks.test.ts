import { describe, expect, it } from 'vitest';
import { citationsOf, frameworks, type Control } from './index.ts';
import { frameworkWords } from './words.ts';

const controlsOf = (id: string): readonly Control[] => frameworks.find((framework) => framework.id === id)?.controls ?? [];
const idsOf = (id: string) => controlsOf(id).map((control) => control.id);
const numbered = (from: number, to: number, prefix = '') => Array.from({ length: to - from + 1 }, (_, at) => `${prefix}${from + at}`);

describe('frameworks', () => {
  it('are these', () => {
    expect(frameworks.map((framework) => framework.id)).toEqual([
      'acct-001',
      'cis-1.4',
      'cis-3.0',
      'cis-5.0',
      'cis-6.0',
      'cis-7.0',
      'ftr',
      'msp-7.1',
      'security-hub',
      'well-architected',
    ]);
  });

  it('number their controls as published: CIS renumbers from version to version', () => {
    expect(idsOf('cis-1.4')).toEqual(numbered(1, 21, '1.'));
    expect(idsOf('cis-3.0')).toEqual(numbered(1, 22, '1.'));
    expect(idsOf('cis-5.0')).toEqual(numbered(1, 21, '1.'));
    expect(idsOf('cis-6.0')).toEqual(numbered(1, 21, '2.'));
    expect(idsOf('cis-7.0')).toEqual([...numbered(1, 6, '2.1.'), ...numbered(2, 21, '2.')]);
    expect(idsOf('security-hub')).toEqual(numbered(1, 28, 'IAM.'));
    expect(idsOf('msp-7.1')).toEqual(['SEC-003', 'SEC-004', 'SEC-005', 'SEC-006', 'SEC-007', 'PLAT-001', 'PEO-003', 'SECP-001']);
    expect(idsOf('ftr').filter((id) => id.startsWith('ARC'))).toEqual(['ARC-001', 'ARC-004']);
    expect(idsOf('ftr').filter((id) => id.startsWith('IAM'))).toEqual(numbered(1, 12).map((id) => `IAM-${id.padStart(3, '0')}`));
    expect(idsOf('ftr').filter((id) => id.startsWith('CAA'))).toEqual(numbered(1, 7, 'CAA-00'));
  });

  it.each([
    ['root-access-key', '1.4', '1.4', '1.3', '2.3', '2.4'],
    ['root-mfa', '1.5', '1.5', '1.4', '2.4', '2.5'],
    ['root-hardware-mfa', '1.6', '1.6', '1.5', '2.5', '2.6'],
    ['password-policy-length', '1.8', '1.8', '1.7', '2.7', '2.8'],
    ['user-console-mfa', '1.10', '1.10', '1.9', '2.9', '2.10'],
    ['user-initial-access-key', '1.11', '1.11', '1.10', '2.10', undefined],
    ['user-credential-use', '1.12', '1.12', '1.11', '2.11', '2.11'],
    ['user-second-access-key', '1.13', '1.13', '1.12', '2.12', undefined],
    ['access-key-age', '1.14', '1.14', '1.13', '2.13', '2.12'],
    ['managed-policy-full-access', '1.16', '1.16', '1.15', '2.15', '2.14'],
    ['account-federation', '1.21', '1.21', '1.20', '2.20', '2.19'],
    ['principal-cloudshell-access', undefined, '1.22', '1.21', '2.21', '2.20'],
    ['account-centralized-root', undefined, undefined, undefined, undefined, '2.1.1'],
  ])('%s stands in CIS 1.4, 3.0, 5.0, 6.0 and 7.0 as %s, %s, %s, %s, %s', (rule, ...numbers) => {
    const found = ['1.4', '3.0', '5.0', '6.0', '7.0'].map((version) =>
      controlsOf(`cis-${version}`).filter((control) => control.rules.includes(rule)),
    );
    expect(found.map((controls) => controls[0]?.id)).toEqual(numbers);
    expect(found.every((controls) => controls.length <= 1)).toBe(true);
  });

  it.each([
    ['IAM.1', 'managed-policy-full-access'],
    ['IAM.2', 'user-direct-attachment'],
    ['IAM.5', 'user-console-mfa'],
    ['IAM.7', 'password-policy-strength'],
    ['IAM.8', 'user-credential-dormancy'],
    ['IAM.10', 'password-policy-card-industry'],
    ['IAM.15', 'password-policy-length'],
    ['IAM.16', 'password-policy-reuse'],
    ['IAM.19', 'user-mfa'],
    ['IAM.21', 'managed-policy-service-wildcard'],
    ['IAM.22', 'user-credential-use'],
  ])('Security Hub’s %s is judged by the rule of its exact meaning, %s', (id, rule) => {
    expect(controlsOf('security-hub').find((control) => control.id === id)?.rules).toEqual([rule]);
  });

  it('know the profile of CIS recommendations, and what Security Hub withdrew', () => {
    const secondLevel = controlsOf('cis-5.0').filter((control) => control.level === 'L2');
    expect(secondLevel.map((control) => control.id)).toEqual(['1.5', '1.17', '1.20']);
    expect(controlsOf('security-hub').filter((control) => control.retired !== undefined)).toEqual([
      expect.objectContaining({ id: 'IAM.20', retired: 'April 2024', rules: [] }),
    ]);
    expect(frameworks.filter((framework) => framework.status === 'paused').map((framework) => framework.id)).toEqual(['ftr']);
    expect(frameworks.filter((framework) => framework.judges === 'partner').map((framework) => framework.id)).toEqual(['msp-7.1']);
  });
});

describe.each(frameworks.map((framework) => [framework.id, framework] as const))('%s', (_, { controls, title, about }) => {
  it('has each control once, in our words', () => {
    expect(new Set(controls.map((control) => control.id)).size).toBe(controls.length);
    expect(about).toMatch(/^[A-Z].*\.$/);
    for (const text of [title, ...controls.map((control) => control.title)]) {
      expect(text).toMatch(/^[A-Z][^\n]*[^.\s]$/);
      expect(text.length).toBeLessThan(90);
      expect(text).not.toMatch(/^Ensure |should (not )?(be|have|exist)/);
    }
  });

  it('points at rules where IAM data decide, and says what else it takes where they do not', () => {
    for (const { id, rules, decidable, needs = [], retired } of controls) {
      const shape = { rules: rules.length > 0, needs: needs.length > 0 };
      const wanted = {
        yes: { rules: true, needs: false },
        partly: { rules: true, needs: true },
        no: { rules: false, needs: retired === undefined },
      }[decidable];
      expect([id, shape]).toEqual([id, wanted]);
      expect([id, new Set(rules).size]).toEqual([id, rules.length]);
    }
  });
});

describe('citations', () => {
  it('name the controls that rest on a rule', () => {
    const found = citationsOf('root-access-key').map(({ framework, controls }) => [framework.id, controls]);
    expect(found).toContainEqual(['cis-5.0', ['1.3']]);
    expect(found).toContainEqual(['security-hub', ['IAM.4']]);
    expect(citationsOf('no-such-rule')).toEqual([]);
  });

  it('use no word twice', () => {
    expect(new Set(Object.values(frameworkWords)).size).toBe(Object.keys(frameworkWords).length);
  });
});
