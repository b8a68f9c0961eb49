import { describe, expect, it } from 'vitest';
import { claimTypes } from './claims.ts';
import { readEngagement } from './engagement.ts';

const engagement = {
  format: 'iam-dossier.engagement',
  formatVersion: 1,
  id: 'shop',
  customer: { name: 'Shop' },
  document: { version: '1.0', date: '2026-10-02', author: 'Ana' },
  accounts: [{ id: '111122223333', role: 'workload' }],
};
const said = { text: 'As we say.', author: 'Ana', date: '2026-10-01' };
const read = (members: object) => readEngagement(JSON.parse(JSON.stringify({ ...engagement, ...members })));
const problems = (members: object) => {
  try {
    read(members);
    return [];
  } catch (error) {
    return (error as { problems: { path: string; message: string }[] }).problems.map(({ path, message }) => [path, message]);
  }
};
const claim = (members: object) => problems({ claims: [{ claim: 'administratorsAre', principals: ['ci'], ...said, ...members }] });

describe('claims', () => {
  it.each<[object, [string, string][]]>([
    [{}, []],
    [{ principals: [] }, []],
    [{ principals: ['arn:aws:iam::111122223333:user/ci', 'arn:aws-cn:iam::*:role/path/*', 'Name+=,.@_-'], among: 'inScope' }, []],
    [{ claim: 'administratorAre' }, [['/claims/0/claim', 'is no type of claim; administratorsAre is near']]],
    [{ claim: undefined }, [['/claims/0/claim', 'is missing']]],
    [{ claim: 'colour' }, [['/claims/0/claim', `must be one of ${claimTypes.join(', ')}`]]],
    [{ principals: undefined }, [['/claims/0/principals', 'is missing']]],
    [
      { principals: ['arn:aws:iam::1111:user/ci'] },
      [['/claims/0/principals/0', 'must be the ARN of a user or role, or its name; * stands for any characters']],
    ],
    [{ services: ['ec2'] }, [['/claims/0/services', 'is not a member of this format']]],
    [{ criterion: 'C1' }, [['/claims/0/criterion', 'must be one of A1, A2, A3, B1, B2, E1, E2']]],
    [{ date: 'yesterday' }, [['/claims/0/date', 'must be a date such as 2026-10-01']]],
    [{ author: undefined }, [['/claims/0/author', 'is missing']]],
    [{ claim: 'sessionAtMost', principals: undefined, hours: 13 }, [['/claims/0/hours', 'must be at most 12, the longest that IAM allows']]],
    [{ claim: 'accessOnlyTo', services: ['EC2:*'] }, [['/claims/0/services/0', 'must be a service prefix such as ec2 or s3']]],
  ])('%j', (members, expected) => expect(claim(members)).toEqual(expected));

  it('bear no id twice', () => {
    const one = { id: 'one', claim: 'rootHasMfa', ...said };
    expect(problems({ claims: [one, { claim: 'rootHasMfa', ...said }, one] })).toEqual([['/claims/2/id', 'is the id of another claim too']]);
  });
});

describe('waivers', () => {
  const waiver = { rule: 'root-mfa', subject: '*', reason: 'agreed', approver: 'Ben', date: '2026-10-01', expires: '2026-12-31' };

  it('need every member', () => {
    expect(problems({ waivers: [waiver] })).toEqual([]);
    for (const member of Object.keys(waiver)) {
      expect(problems({ waivers: [{ ...waiver, [member]: undefined }] })).toEqual([[`/waivers/0/${member}`, 'is missing']]);
    }
    expect(problems({ waivers: [{ ...waiver, arn: '*' }] })).toEqual([['/waivers/0/arn', 'is not a member of this format']]);
  });
});

describe('declared facts', () => {
  const by = { author: 'Ana', date: '2026-10-01' };
  it.each<[object, string[]]>([
    [{ key: 'identityProviderMfa', value: true, ...by, expires: '2027-01-01' }, []],
    [{ key: 'identityProviderMfa', value: 'yes', ...by }, ['/declaredFacts/0/value']],
    [{ key: 'identityProviderSessionHours', value: 8, ...by }, []],
    [{ key: 'onePerson', value: true, principal: 'arn:aws:iam::111122223333:user/ana', ...by }, []],
    [{ key: 'onePerson', value: true, ...by }, ['/declaredFacts/0/principal']],
    [{ key: 'other', topic: 'Phones', value: { en: 'None', es: 'Ninguno' }, ...by }, []],
    [{ key: 'weather', value: true, ...by }, ['/declaredFacts/0/key']],
    [{ key: 'securityQuestions', value: true, date: '2026-10-01' }, ['/declaredFacts/0/author']],
  ])('%j', (fact, expected) => expect(problems({ declaredFacts: [fact] }).map(([path]) => path)).toEqual(expected));
});
