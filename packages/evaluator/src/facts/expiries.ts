import type { SubjectType } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';
import type { AccountContext } from './context.ts';
import { gapsOf, hasPart, known, unknown, type Gap, type Known } from './known.ts';

/** Something of the account that is valid until a time; `null` when the data does not tell. */
export interface ExpiryFact {
  subject: number;
  until: string | null;
  /** Where the time stands, else where the thing does. */
  at: string;
}

/** Server certificates. */
export function serverCertificatesFact(context: AccountContext): Known<readonly ExpiryFact[]> {
  const subjects = subjectsByArn(context, 'serverCertificate');
  const expiries = context.snapshot.serverCertificates.map(({ arn, expiration }, index) =>
    expiryOf(subjects.get(arn), expiration, ['serverCertificates', index, 'expiration']),
  );
  return listed(context, 'serverCertificates', 'ServerCertificates', expiries);
}

/** SAML providers. The summary counts them together with OpenID Connect providers: only its 0 says something of them. */
export function samlProvidersFact(context: AccountContext): Known<readonly ExpiryFact[]> {
  const subjects = subjectsByArn(context, 'samlProvider');
  const expiries = context.snapshot.samlProviders.map(({ arn, validUntil }, index) =>
    expiryOf(subjects.get(arn), validUntil, ['samlProviders', index, 'validUntil']),
  );
  return listed(context, 'samlProviders', 'Providers', expiries);
}

function subjectsByArn({ subjects }: AccountContext, type: SubjectType): Map<string, number> {
  return new Map(subjects.filter((subject) => subject.type === type).map((subject) => [subject.arn, subject.index]));
}

function expiryOf(subject = 0, until: string | undefined, path: (string | number)[]): ExpiryFact {
  return { subject, until: until ?? null, at: pointer(...(until === undefined ? path.slice(0, -1) : path)) };
}

function listed(
  { snapshot }: AccountContext,
  part: 'serverCertificates' | 'samlProviders',
  counter: string,
  expiries: readonly ExpiryFact[],
): Known<readonly ExpiryFact[]> {
  if (hasPart(snapshot, part)) return known(expiries, [...gapsOf(snapshot, part), ...uncounted(snapshot, part, expiries.length)]);
  return snapshot.accountSummary?.[counter] === 0 ? known([]) : unknown(gapsOf(snapshot, part));
}

/** A list that says it is whole, and is shorter than the account summary counts. */
function uncounted({ accountSummary }: Snapshot, part: PartName, length: number): Gap[] {
  if (part !== 'serverCertificates') return [];
  const counted = accountSummary?.['ServerCertificates'] ?? length;
  return counted > length ? [{ reason: 'partial', part, text: `${length} are here, the account summary counts ${counted}` }] : [];
}
