import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import type { Partner } from '@iam-dossier/core/partner';
import { partnerPathOf, readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';

/** What people declared, and the files it stands in. */
export interface Declared {
  engagement?: Engagement;
  partner?: Partner;
  files: readonly string[];
  engagementFile?: string;
  partnerFile?: string;
}

/** Reads the engagement, and the partner given or named by it. Both are optional. */
export async function readDeclared(flags: { engagement?: string; partner?: string }): Promise<Declared> {
  const engagement = flags.engagement === undefined ? undefined : await readEngagementFile(flags.engagement);
  const named = engagement && flags.engagement !== undefined ? partnerPathOf(engagement, flags.engagement) : undefined;
  const path = flags.partner ?? named;
  const partner = path === undefined ? undefined : await readPartner(path, flags.partner === undefined ? flags.engagement : undefined);
  return {
    ...(engagement ? { engagement } : {}),
    ...(partner ? { partner } : {}),
    files: [flags.engagement, path].filter((file) => file !== undefined),
    ...(flags.engagement === undefined ? {} : { engagementFile: flags.engagement }),
    ...(path === undefined ? {} : { partnerFile: path }),
  };
}

async function readPartner(path: string, namedBy: string | undefined): Promise<Partner> {
  try {
    return await readPartnerFile(path);
  } catch (error) {
    if (namedBy === undefined || !isDossierError(error) || error.code !== 'input-not-found') throw error;
    throw new DossierError('input-not-found', error.message, {
      cause: error,
      hint: `${namedBy} names it as its partner. Mend the path there, or give the file with --partner.`,
    });
  }
}
