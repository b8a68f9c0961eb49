import type { EscalationPathResult } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../render/assessment.test-helper.ts';
import { renderReadiness } from './index.ts';
import { foundAssessment } from './readiness.test-helper.ts';

const pathOf = (changes: Partial<EscalationPathResult> = {}): EscalationPathResult => ({
  id: 'lambda-001',
  variants: [],
  via: 'lambda-001',
  category: 'newPassRole',
  state: 'reachable',
  path: messageOf('Gives the role worker to something new.'),
  missing: [],
  guards: [],
  target: 'arn:aws:iam::111122223333:role/worker',
  retired: null,
  accountBound: false,
  ...changes,
});

function textOf(html: string): string {
  return html
    .replace(/<wbr>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function sectionOf(html: string): string {
  return textOf(/<section id="escalations".*?<\/section>/s.exec(html)?.[0] ?? '');
}

describe('ways to more permissions', () => {
  it('have no section where there are none', () => {
    expect(renderReadiness({ assessment: foundAssessment() }).html).not.toContain('id="escalations"');
  });

  it('are told with state, what they need, what stands beside them, and how to mend', () => {
    const guarded = pathOf({
      id: 'batch-002',
      via: 'batch-001',
      variants: ['batch-001', 'batch-003'],
      state: 'unverified',
      path: messageOf('Acts with the role.'),
      missing: [messageOf('A queue must stand.')],
      guards: [messageOf('allowed only with MFA')],
    });
    const latent = pathOf({
      id: 'iam-002',
      via: 'iam-002',
      category: 'principalAccess',
      state: 'latent',
      path: messageOf('Becomes another user.'),
      missing: [messageOf('There is no other user.')],
    });
    const chain = {
      state: 'reachable',
      count: 2,
      steps: [
        { path: 'sts-001', to: 1 },
        { path: 'iam-007', to: null },
      ],
    } as const;
    const escalations = [
      { subjects: [1], paths: [latent], chain: null },
      { subjects: [0], paths: [pathOf(), guarded], chain: { ...chain, steps: [...chain.steps] } },
    ];
    const text = sectionOf(renderReadiness({ assessment: foundAssessment({ escalations }) }).html);
    const wanted = [
      'igs-ec2-operator user',
      'Shortest way to an administrator, 2 steps: igs-terraform.',
      'Gives the role worker to something new. lambda-001 Reachable',
      'Acts with the role. batch-002 · batch-001 and 2 larger sets Not verified A queue must stand. allowed only with MFA',
      'igs-terraform user',
      'Becomes another user. iam-002 Latent There is no other user.',
      'Roles given to services Name in Resource of iam:PassRole',
    ];
    const places = wanted.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).not.toContain('Other principals');
  });

  it('are cut in print, and counted', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ subjects: [index % 2], paths: Array.from({ length: 9 }, () => pathOf()), chain: null }));
    const { html, printHtml = '' } = renderReadiness({ assessment: foundAssessment({ escalations: many }) });
    expect(sectionOf(html)).not.toContain('in the HTML document');
    expect(sectionOf(printHtml)).toContain('27 more are in the HTML document.');
    expect(sectionOf(printHtml)).toContain('7 more are in the HTML document.');
  });

  it('are text, whatever they are called', () => {
    const escalations = [{ subjects: [0], paths: [pathOf({ path: messageOf('<b>x</b>') })], chain: null }];
    expect(renderReadiness({ assessment: foundAssessment({ escalations }) }).html).not.toContain('<b>x</b>');
  });
});
