import type { Organization } from '@iam-dossier/core/snapshot';

/** More levels than any organization has: five of units, the root and the account. */
const MOST_LEVELS = 20;

/** Ids from the root to an account, or `undefined` when the way is not known from end to end. */
export function pathTo(organization: Organization, account: string): string[] | undefined {
  return toldPath(organization, account) ?? climbedPath(organization, account);
}

/** The account's own path: `o-…/r-…/ou-…/111122223333/`, or without the account at its end. */
function toldPath({ accounts = [] }: Organization, account: string): string[] | undefined {
  const [only, ...more] = accounts.find(({ id }) => id === account)?.paths ?? [];
  if (only === undefined || more.length > 0) return undefined;
  const steps = only.split('/').filter((step) => step !== '' && step !== account && !step.startsWith('o-'));
  const [root, ...units] = steps;
  return root !== undefined && root.startsWith('r-') && units.every((unit) => unit.startsWith('ou-')) ? [...steps, account] : undefined;
}

/** Parent after parent. Two parents of one child, or a way that never ends, say nothing. */
function climbedPath({ parents = [] }: Organization, account: string): string[] | undefined {
  const path = [account];
  while (path.length <= MOST_LEVELS) {
    const [at = ''] = path;
    if (at.startsWith('r-')) return path;
    const [parent, ...more] = parents.filter(({ childId }) => childId === at);
    if (parent === undefined || more.length > 0) return undefined;
    path.unshift(parent.id);
  }
  return undefined;
}
