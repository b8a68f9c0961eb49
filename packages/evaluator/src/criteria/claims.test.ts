import type { Engagement } from '@iam-dossier/core/engagement';
import { readAssessment } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { partnerOf } from '../testing/engagement.test-helper.ts';
import { assess, blockersOf, operator, outcomeOf, readyAnswers, readyEngagement, shop, staff } from '../testing/ready.test-helper.ts';

const said = { text: 'As we say.', author: 'Ana', date: '2026-10-01' };
type Claims = NonNullable<Engagement['claims']>;
const withClaims = (...claims: Claims) => assess({ engagement: readyEngagement({ claims }) });
const untrue: Claims[number] = { claim: 'groupsAre', groups: ['ops'], ...said };
const held: Claims[number] = { claim: 'noUsersExist', ...said };
const open: Claims[number] = { id: 'elsewhere', claim: 'rootHasMfa', account: '999988887777', ...said };

describe('claims', () => {
  it('that hold change no verdict, and are proven in the product’s words', () => {
    const assessment = withClaims(held);
    expect(assessment.readiness).toEqual(assess().readiness);
    expect(assessment.claims).toMatchObject([{ id: 'no-users-exist-1', outcome: 'held', proven: { id: 'held' }, statement: said }]);
    expect(assessment.claims[0]?.proven?.text).not.toContain(said.text);
  });

  it('that are contradicted fail their criterion and block, before all else', () => {
    const wide = shop.role('partner-wide', [{ Principal: { Service: 'ec2.amazonaws.com' } }], { inline: { all: [{ Action: 'ec2:*' }] } });
    const answers = readyAnswers({ roles: [operator, staff, wide] });
    const { readiness, ...assessment } = assess({ answers, engagement: readyEngagement({ claims: [held, untrue] }) });
    expect(outcomeOf({ readiness, ...assessment }, 'B1')).toBe('fail');
    expect(readiness.ready).toBe(false);
    expect(readiness.blockers[0]).toMatchObject({ id: 'b1-claim-groups-are-2', kind: 'rejected', criterion: 'B1', claim: 'groups-are-2' });
    expect(readiness.blockers[0]?.mend).toContain('groups-are-2');
  });

  it('fail the criterion that the engagement names', () => {
    const assessment = withClaims({ ...untrue, criterion: 'A1' });
    expect([outcomeOf(assessment, 'A1'), outcomeOf(assessment, 'B1')]).toEqual(['fail', 'pass']);
    expect(blockersOf(assessment, 'A1')).toEqual(['a1-claim-groups-are-1']);
  });

  it('that cannot be checked block nothing, and are told', () => {
    const { readiness, claims } = withClaims(open);
    expect(readiness.ready).toBe(true);
    expect(readiness.warnings).toMatchObject([{ id: 'claim-unchecked', data: { claim: 'elsewhere' } }]);
    expect(claims[0]).toMatchObject({ outcome: 'notCheckable', proven: null, evidence: [] });
  });

  it('meet no criterion that nothing was measured for', () => {
    const engagement = readyEngagement({ claims: [{ ...held, criterion: 'E1' }] });
    expect(outcomeOf(assess({ engagement, partner: null }), 'E1')).not.toBe('pass');
    expect(outcomeOf(assess({ engagement, partner: partnerOf() }), 'E1')).toBe('pass');
  });

  it('make an assessment that agrees with itself, and one changed by hand does not', () => {
    const assessment = withClaims(held, untrue, open);
    expect(() => readAssessment(assessment)).not.toThrow();
    const raised = { ...assessment, claims: assessment.claims.map((claim: object) => ({ ...claim, outcome: 'held' })) };
    expect(() => readAssessment(raised)).toThrow(/does not agree with itself/);
    const lifted = { ...assessment, readiness: { ...assessment.readiness, blockers: [] } };
    expect(() => readAssessment(lifted)).toThrow(/does not agree with itself/);
  });

  it('are read like every other word', () => {
    const { readiness } = withClaims({ ...held, text: 'The pipeline uses access keys.' });
    expect(readiness.blockers).toMatchObject([
      {
        criterion: 'A2',
        words: { file: 'engagement', member: 'claims[0].text', line: 1, text: 'The pipeline uses access keys.' },
      },
    ]);
  });
});
