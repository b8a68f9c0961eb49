import type { Finding } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { fitsPattern } from '../facts/arn-pattern.ts';

/** The waiver that covers a failure on the day of issue. It marks the failure; it never lifts it. */
export function waiverOf(rule: string, arn: string, engagement: Engagement | undefined, issuedAt: string): Finding['waiver'] {
  const found = engagement?.waivers?.find(
    (waiver) => waiver.rule === rule && fitsPattern(waiver.arn, arn) && (waiver.expires === undefined || !isExpired(waiver.expires, issuedAt)),
  );
  if (!found) return undefined;
  const { reason, author, date, expires } = found;
  return { reason, author, date, ...(expires === undefined ? {} : { expires }) };
}

/** A waiver holds to the end of the day it names. */
export function isExpired(expires: string, issuedAt: string): boolean {
  return expires < issuedAt;
}
