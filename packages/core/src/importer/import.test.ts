import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentJson } from '../json/index.ts';
import { importSources } from './import.ts';
import {
  ACCOUNT,
  anaRow,
  arnOf,
  caller,
  codesOf,
  details,
  file,
  imported,
  reportHeader,
  reportText,
  rootRow,
  userDetail,
} from './importing.test-helper.ts';

const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::100%25/*' }] };
const page = (name: string, more: object) => details([userDetail(name)], more);

describe('policy documents', () => {
  it.each<[string, unknown]>([
    ['an object', policy],
    ['JSON text', JSON.stringify(policy)],
    ['percent-encoded text', encodeURIComponent(JSON.stringify(policy))],
    ['percent-encoded text with lower-case digits', encodeURIComponent(JSON.stringify(policy)).replace(/%../g, (code) => code.toLowerCase())],
  ])('are read from %s', (_, document) => {
    const snapshot = imported([details([userDetail('ana', { UserPolicyList: [{ PolicyName: 'p', PolicyDocument: document }] })])]);
    expect(snapshot.users[0]?.userPolicyList).toEqual([{ policyName: 'p', policyDocument: policy }]);
  });

  it.each(['{"Version":', '%E0%A4%A', 'plain words'])('that cannot be read stay as their text: %s', (text) => {
    const snapshot = imported([details([userDetail('ana', { UserPolicyList: [{ PolicyName: 'p', PolicyDocument: text }] })])]);
    expect(snapshot.users[0]?.userPolicyList?.[0]?.policyDocument).toBe(text);
  });
});

describe('pages', () => {
  const first = page('ana', { IsTruncated: true, Marker: 'm1' });
  const second = page('bob', { IsTruncated: true, Marker: 'm2' });
  const last = page('cleo', { IsTruncated: false });
  const summary = { SummaryMap: { Users: 3, Groups: 0, Roles: 0 } };

  it.each([[[first, second, last]], [[last, first, second]], [[second, last, first]]])('are joined in any order', (pages) => {
    const snapshot = imported([summary, ...pages]);
    expect(snapshot.users.map((user) => user.userName)).toEqual(['ana', 'bob', 'cleo']);
    expect(snapshot.parts.userDetails).toMatchObject({ status: 'complete', count: 3 });
  });

  it('are partial without the last one', () => {
    const snapshot = imported([summary, first, second]);
    expect(snapshot.parts.userDetails).toMatchObject({ status: 'partial', reason: expect.stringContaining('says that more follows') as string });
  });

  it('are partial without one in the middle', () => {
    expect(imported([summary, first, last]).parts.userDetails).toMatchObject({
      status: 'partial',
      reason: '2 are here, the account summary counts 3',
    });
  });

  it('are partial when no summary says how many users there are', () => {
    expect(imported([first, second, last]).parts.userDetails.status).toBe('partial');
  });

  it('cut with --max-items are partial', () => {
    expect(imported([{ Users: [], NextToken: 'x' }]).parts.users.status).toBe('partial');
  });
});

describe('filtered exports', () => {
  it('leave the lists they left empty partial, unless the summary says they are', () => {
    const filtered = details([userDetail('ana')]);
    expect(imported([filtered]).parts.roleDetails.status).toBe('partial');
    expect(imported([filtered, { SummaryMap: { Users: 1, Groups: 0, Roles: 4 } }]).parts.roleDetails).toMatchObject({
      status: 'partial',
      reason: '0 are here, the account summary counts 4',
    });
    expect(imported([filtered, { SummaryMap: { Users: 1, Groups: 0, Roles: 0 } }]).parts.roleDetails.status).toBe('complete');
  });

  it('tell attached policies that are not described', () => {
    const user = userDetail('ana', { AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: 'arn:aws:iam::aws:policy/p' }] });
    expect(imported([details([user])]).parts.managedPolicies).toMatchObject({ status: 'partial', reason: '1 attached policy has no document here' });
  });

  it('tell groups that users are in and that are not described', () => {
    expect(imported([details([userDetail('ana', { GroupList: ['ops'] })])]).parts.groupDetails).toMatchObject({
      status: 'partial',
      reason: expect.stringContaining('1 group that a user is in is not here') as string,
    });
  });

  it('tell users that only the report knows', () => {
    expect(imported([details([]), reportText]).parts.userDetails).toMatchObject({
      status: 'partial',
      reason: expect.stringContaining('1 users of the credential report are not here') as string,
    });
  });

  it('tell users that the report does not know', () => {
    const snapshot = imported([details([userDetail('ana'), userDetail('bob')]), reportText, { SummaryMap: { Users: 2, Groups: 0, Roles: 0 } }]);
    expect(snapshot.parts.credentialReport).toMatchObject({
      status: 'partial',
      reason: expect.stringContaining('1 of the users are not in the report') as string,
    });
    expect(snapshot.parts.userDetails.status).toBe('complete');
  });
});

describe('duplicates and contradictions', () => {
  it('counts the same entry once and says so', () => {
    const snapshot = imported([details([userDetail('ana')]), details([userDetail('ana')])]);
    expect(snapshot.users).toHaveLength(1);
    expect(snapshot.notes).toContainEqual({
      level: 'ignored',
      code: 'duplicate',
      file: 'f2',
      message: '1 entry stands in an earlier file with the same content',
    });
  });

  it('keeps the first of two that differ, names both files and marks the part partial', () => {
    const snapshot = imported([details([userDetail('ana')]), details([userDetail('ana', { Path: '/x/' })])]);
    expect(snapshot.users[0]?.path).toBe('/');
    expect(snapshot.parts.userDetails.status).toBe('partial');
    expect(snapshot.notes).toContainEqual({
      level: 'warning',
      code: 'contradictory',
      file: 'f2',
      message: expect.stringMatching(/user\/ana differs between f1 and f2/) as string,
    });
  });

  it('refuses two accounts, naming each file', () => {
    const other = { Users: [{ UserName: 'bob', Arn: 'arn:aws:iam::999988887777:user/bob' }] };
    expect(() => importSources([file('caller.json', caller), file('users.json', other)])).toThrow(
      expect.objectContaining({
        code: 'accounts-mixed',
        problems: [
          { file: 'caller.json', message: `speaks of account ${ACCOUNT}` },
          { file: 'users.json', message: 'speaks of account 999988887777' },
        ],
      }) as Error,
    );
  });

  it('refuses two accounts when only a credential report differs', () => {
    const other = reportText.replaceAll(ACCOUNT, '999988887777');
    expect(() => imported([other])).toThrow(expect.objectContaining({ code: 'accounts-mixed' }) as Error);
  });

  it('refuses two partitions of one account id', () => {
    const other = { Users: [{ UserName: 'bob', Arn: `arn:aws-cn:iam::${ACCOUNT}:user/bob` }] };
    expect(() => imported([other])).toThrow(expect.objectContaining({ code: 'accounts-mixed' }) as Error);
  });

  it('does not take an account that is only trusted for the account itself', () => {
    const trusting = {
      RoleName: 'r',
      RoleId: 'AROA1',
      Arn: arnOf('role/r'),
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999988887777:root' }, Action: 'sts:AssumeRole' }],
      },
    };
    expect(imported([{ RoleDetailList: [trusting] }]).account.id).toBe(ACCOUNT);
  });

  it('asks for a file that names the account when none does', () => {
    expect(() => importSources([file('a', { SummaryMap: { Users: 1 } })])).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: 'no file says which account this is' }) as Error,
    );
  });
});

describe('other partitions', () => {
  it.each(['aws-cn', 'aws-us-gov', 'aws-iso-b', 'aws-eusc'])("%s is the account's when its ARNs say so", (partition) => {
    const arn = `arn:${partition}:iam::${ACCOUNT}:user/ana`;
    const snapshot = importSources([
      file('a', { Account: ACCOUNT, Arn: arn }),
      file(
        'b',
        details([userDetail('ana', { Arn: arn, AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: `arn:${partition}:iam::aws:policy/p` }] })]),
      ),
    ]);
    expect(snapshot.account).toEqual({ id: ACCOUNT, partition });
  });
});

describe('times', () => {
  const manifest = (collectedAt: unknown) => ({ format: 'iam-dossier.export', formatVersion: 1, collectedAt });

  it('come from the export, else from the person, else are unknown', () => {
    expect(imported([manifest('2026-10-05T14:20:00Z')]).collectedAt).toBe('2026-10-05T14:20:00Z');
    expect(imported([], { collectedAt: '2026-10-05T16:20:00+02:00' }).collectedAt).toBe('2026-10-05T14:20:00Z');
    expect(imported([]).collectedAt).toBeNull();
  });

  it('that stand against each other are told', () => {
    const snapshot = imported([manifest('2026-10-05T14:20:00Z'), manifest('2026-10-05T15:20:00Z')], { collectedAt: '2026-01-01T00:00:00Z' });
    expect(snapshot.collectedAt).toBe('2026-10-05T14:20:00Z');
    expect(codesOf(snapshot)).toEqual(['times-differ', 'times-differ']);
  });

  it('that are none are refused', () => {
    expect(codesOf(imported([manifest('yesterday')]))).toEqual(['broken-manifest']);
    expect(() => imported([], { collectedAt: 'yesterday' })).toThrow(expect.objectContaining({ code: 'usage' }) as Error);
  });

  it('tell a credential report from another day', () => {
    const answer = { Content: Buffer.from(reportText).toString('base64'), ReportFormat: 'text/csv', GeneratedTime: '2026-09-20T00:00:00Z' };
    expect(codesOf(imported([answer, manifest('2026-10-05T14:20:00Z')]))).toEqual(['report-apart']);
  });
});

describe('the order of files', () => {
  const sources = [
    file('caller', caller),
    file('a', details([userDetail('ana'), userDetail('bob')])),
    file('b', reportText),
    file('c', { AccountAliases: ['z', 'a'] }),
    file('d', 'prose'),
    file('e', { Users: [{ UserName: 'ana', Arn: arnOf('user/ana'), UserId: 'AIDA-ana' }] }),
    file('same', details([userDetail('cleo')])),
    file('same', details([userDetail('cleo', { Path: '/other/' })])),
    file('same', [reportHeader, rootRow, anaRow.replace('true', 'false')].join('\n')),
  ];
  const bytes = documentJson(importSources(sources));

  it('never changes a byte', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        expect(documentJson(importSources(shuffled))).toBe(bytes);
      }),
    );
  });
});
