import { importSources } from '@iam-dossier/core/importer';
import { documentJson } from '@iam-dossier/core/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, makeAccount, sizes, source } from '../fixtures/account.ts';

const account = makeAccount(sizes.small, { seed: 3 });
const others = filesOf(account).filter((file) => file.name !== 'get-account-authorization-details.json');
const { users, groups, roles, policies } = account;

/** The entries of all four lists in pages of `size`, mixed as AWS's one marker walks them. */
function pagesOf(size: number): object[] {
  const entries = [
    ...users.map((entry) => ['UserDetailList', entry] as const),
    ...groups.map((entry) => ['GroupDetailList', entry] as const),
    ...roles.map((entry) => ['RoleDetailList', entry] as const),
    ...policies.map((entry) => ['Policies', entry] as const),
  ];
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, index) => {
    const page: Record<string, unknown[]> = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] };
    for (const [list, entry] of entries.slice(index * size, (index + 1) * size)) page[list]?.push(entry);
    return index < count - 1 ? { ...page, IsTruncated: true, Marker: `m${index}` } : { ...page, IsTruncated: false };
  });
}

/** What a snapshot says beside which file it was in. */
function contentOf(pages: object[]): string {
  const snapshot = importSources([...others, ...pages.map((page, index) => source(`page-${index}.json`, page))]);
  const statuses = Object.entries(snapshot.parts).map(([name, { status, count }]) => [name, status, count]);
  return documentJson({ ...snapshot, parts: statuses });
}

describe('pages of the authorization details', () => {
  const whole = contentOf(pagesOf(1_000_000));

  it('say the same in any size and order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 30 }), fc.infiniteStream(fc.nat()), (size, order) => {
        const pages = pagesOf(size).map((page) => [order.next().value ?? 0, page] as const);
        expect(contentOf(pages.sort(([a], [b]) => a - b).map(([, page]) => page))).toBe(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('say so when one is not there, whichever it is', () => {
    const pages = pagesOf(8);
    for (const absent of pages.keys()) {
      const rest = pages.filter((_, index) => index !== absent);
      const snapshot = importSources([...others, ...rest.map((page, index) => source(`page-${index}.json`, page))]);
      const statuses = (['userDetails', 'groupDetails', 'roleDetails', 'managedPolicies'] as const).map((part) => snapshot.parts[part].status);
      expect(statuses, `without page ${absent}`).toContain('partial');
    }
  });

  it('are read from one file too, as a shell loop leaves them', () => {
    const joined = pagesOf(5)
      .map((page) => JSON.stringify(page, null, 4))
      .join('\n');
    const snapshot = importSources([...others, source('loop.json', joined)]);
    expect(snapshot.roles).toHaveLength(roles.length);
    expect(snapshot.parts.roleDetails.status).toBe('complete');
  });
});
