import type { Subject } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { fitsPattern } from './arn-pattern.ts';

type Principal = NonNullable<Engagement['principals']>[number];
type Exclusion = NonNullable<Engagement['scope']>['exclude'][number];

/** The engagement's words on a principal: the first entry that fits holds. */
export function declarationOf(arn: string, engagement: Engagement | undefined): Principal | undefined {
  return engagement?.principals?.find((entry) => fitsPattern(entry.arn, arn));
}

export function exclusionOf(arn: string, engagement: Engagement | undefined): Exclusion | undefined {
  return engagement?.scope?.exclude.find((entry) => fitsPattern(entry.arn, arn));
}

/** Roles that only an AWS service can use, made by AWS. No account can change them. */
export function isServiceLinked(arn: string): boolean {
  return /^arn:[a-z0-9-]+:iam::\d{12}:role\/aws-service-role\//.test(arn);
}

export function partyOf(arn: string, engagement: Engagement | undefined): Subject['party'] {
  if (isServiceLinked(arn)) return 'aws';
  return declarationOf(arn, engagement)?.party ?? 'undeclared';
}

/** What ACCT-002 counts: the partner's principals, and those nobody spoke for. */
export function isInScope(arn: string, party: Subject['party'], engagement: Engagement | undefined): boolean {
  if (party !== 'partner' && party !== 'undeclared') return false;
  return exclusionOf(arn, engagement) === undefined;
}

/** Whose each account is, by the roles the engagement gives and the partner's own accounts. */
export function accountParties(engagement: Engagement | undefined, partnerAccounts: readonly string[]): Map<string, Subject['party']> {
  const parties = new Map<string, Subject['party']>();
  for (const { id, role } of engagement?.accounts ?? []) {
    if (role === 'partnerIdentity') parties.set(id, 'partner');
    else if (role !== 'other') parties.set(id, 'customer');
  }
  for (const id of partnerAccounts) parties.set(id, 'partner');
  return parties;
}
