import type { AccessPath } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { openAccounts } from '../engine/accounts.ts';
import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { engagementOf, partnerOf } from '../testing/engagement.test-helper.ts';
import { accessPathsOf } from './access-paths.ts';

const shop = awsAccount();
const desk = awsAccount('444455556666');
const by = (AWS: string): RawStatement[] => [{ Principal: { AWS } }];
const saml: RawStatement[] = [{ Principal: { Federated: desk.arn('saml-provider', '/Okta') }, Action: 'sts:AssumeRoleWithSAML' }];
const center: RawStatement[] = [{ Principal: { Federated: shop.arn('saml-provider', '/AWSSSO_1') }, Action: 'sts:AssumeRoleWithSAML' }];
const assumes = (Resource: string | string[]) => ({ inline: { go: [{ Action: 'sts:AssumeRole', Resource }] } });
const people = ['ana', 'ben'].map((id) => ({ id, name: id === 'ana' ? 'Ana Ribeiro' : 'Ben Okoye', organisation: 'partner' as const }));
const engagement = (principals: Engagement['principals'] = []) => engagementOf({ people, principals });

/** Paths as `kind from (known) people +unnamed > through > ends`. */
function paths(snapshots: Snapshot[], given: Engagement | undefined = engagement()): string[] {
  const { accounts, subjects } = openAccounts({ snapshots, engagement: given, partner: partnerOf() });
  const names = (list: readonly number[]) => list.map((index) => subjects[index]?.name).join(',');
  const told = ({ kind, from, known, people: who, unnamed, through, ends }: AccessPath) =>
    [
      [kind, from.split(/[:/]/).at(-1), `(${known})`, who.join(','), unnamed > 0 ? `+${unnamed}` : ''].filter((part) => part !== '').join(' '),
      ...(through.length > 0 ? [names(through)] : []),
      names(ends),
    ].join(' > ');
  return accessPathsOf(accounts, given).map(told);
}

const inShop = (lists: { users?: object[]; roles?: object[] }) => shop.snapshot(wholeAccount(lists));
const inDesk = (lists: { users?: object[]; roles?: object[] }) => desk.snapshot(wholeAccount(lists));

describe('the access paths of people', () => {
  it('begin at a user of their own', () => {
    const snapshot = inShop({ users: [shop.user('ana'), shop.user('two'), shop.user('x'), shop.user('y'), shop.user('pipeline')] });
    const given = engagement([
      { arn: shop.arn('user', '/ana'), party: 'partner', person: 'ana' },
      { arn: shop.arn('user', '/two'), party: 'partner', person: 'ana' },
      { arn: shop.arn('user', '/pipeline'), party: 'partner', kind: 'workload' },
    ]);
    expect(paths([snapshot], given)).toEqual(['user (measured) Ana Ribeiro > ana,two', 'user (measured) > x,y']);
  });

  it.each<[string, RawStatement[], string[]]>([
    ['an account that is not in the data', by('444455556666'), ['account 444455556666 (unseen) > work']],
    ['a provider', center, ['identityCenter AWSSSO_1 (unseen) > work']],
    ['a role elsewhere', by(desk.arn('role', '/ops')), ['principal ops (unseen) > work']],
    ['anybody', by('*'), ['anyone * (unseen) > work']],
    ['a service: nobody', [{ Principal: { Service: 'ec2.amazonaws.com' } }], []],
    ['somebody deleted: nobody', by('AIDAEXAMPLEEXAMPLE123'), []],
  ])('begin at %s', (_, trust, expected) => expect(paths([inShop({ roles: [shop.role('work', trust)] })])).toEqual(expected));

  it('name whom the engagement declares in an account that is not in the data', () => {
    const given = engagement([
      { arn: desk.arn('user', '/b'), party: 'partner', person: 'ben' },
      { arn: desk.arn('user', '/a'), party: 'partner', person: 'ana' },
    ]);
    const roles = [shop.role('one', by('444455556666')), shop.role('two', by('444455556666')), shop.role('three', by(desk.arn('user', '/a')))];
    expect(paths([inShop({ roles })], given)).toEqual([
      'account 444455556666 (declared) Ana Ribeiro,Ben Okoye > one,two',
      'principal a (declared) Ana Ribeiro > three',
    ]);
  });

  it('go on through the partner’s own account where that is in the data', () => {
    const work = shop.arn('role', '/work');
    const identity = inDesk({
      users: [
        desk.user('ana', assumes(work)),
        desk.user('guest', assumes('*')),
        desk.user('idle'),
        desk.user('other', assumes(shop.arn('role', '/prod-*'))),
      ],
      roles: [
        desk.role('ops', saml, assumes([shop.arn('role', '/w*')])),
        desk.role('app', [{ Principal: { Service: 'ec2.amazonaws.com' } }], assumes('*')),
      ],
    });
    const given = engagement([{ arn: desk.arn('user', '/ana'), party: 'partner', person: 'ana' }]);
    const snapshot = inShop({
      roles: [shop.role('work', by('444455556666')), shop.role('prod-x', by('444455556666')), shop.role('tied', by(desk.arn('role', '/ops')))],
    });
    expect(paths([snapshot, identity], given)).toEqual([
      'account 444455556666 (measured) Ana Ribeiro +1 > work',
      'account 444455556666 (measured) +2 > prod-x',
      'saml Okta (unseen) > ops > tied,work',
    ]);
  });

  it('name users of the account itself, and no chains within it', () => {
    const roles = [shop.role('work', by('111122223333')), shop.role('next', by(shop.arn('role', '/work')), assumes('*'))];
    const users = [shop.user('ana', assumes('*')), shop.user('theirs', assumes('*'))];
    const given = engagement([
      { arn: shop.arn('user', '/ana'), party: 'partner', person: 'ana' },
      { arn: shop.arn('user', '/theirs'), party: 'customer' },
    ]);
    expect(paths([inShop({ roles, users })], given)).toEqual([
      'account 111122223333 (measured) Ana Ribeiro > work',
      'principal work (unseen) > next',
      'user (measured) Ana Ribeiro > ana',
    ]);
  });

  it('say where not every policy is known', () => {
    const identity = inDesk({ users: [desk.user('ana', { attached: ['Gone'] })] });
    expect(paths([inShop({ roles: [shop.role('work', by('444455556666'))] }), identity])).toEqual(['account 444455556666 (partly) > work']);
  });

  it('lead to principals in scope only', () => {
    const roles = [shop.role('work', center), shop.role('theirs', center)];
    const given = engagement([{ arn: shop.arn('role', '/theirs'), party: 'customer' }]);
    expect(paths([inShop({ roles })], given)).toEqual(['identityCenter AWSSSO_1 (unseen) > work']);
  });
});

it('leads each of many callers to its own role', () => {
  const count = 300;
  const roles = Array.from({ length: count }, (_, index) => shop.role(`role-${index}`, by('444455556666')));
  const users = Array.from({ length: count }, (_, index) => desk.user(`user-${index}`, assumes(shop.arn('role', `/role-${index}`))));
  expect(paths([inShop({ roles }), inDesk({ users })])).toEqual([
    `account 444455556666 (measured) +1 > ${roles
      .map(({ RoleName }) => RoleName)
      .sort()
      .join(',')}`,
  ]);
});
