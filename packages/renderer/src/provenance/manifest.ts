import type { AssessedSnapshot, Assessment } from '@iam-dossier/core/assessment';
import { generator } from '@iam-dossier/core/generator';
import { digestOf, documentLines, sha256 } from '@iam-dossier/core/json';
import type { Partner } from '@iam-dossier/core/partner';
import type { Attachment, RenderedDocument } from '../document.ts';
import type { Mask } from '../mask/index.ts';
import type { Words } from '../words/index.ts';

/** What a document was made from. Names, digests, versions and times only: no data of the account. */
export type Origin = Record<string, unknown>;

/** The origin of a document that shows an assessment. The mask hides what the document itself hides. */
export function assessmentOrigin(assessment: Assessment, mask: Mask): Origin {
  const { actionData, checklist, issuedAt, engagement, partner, snapshots, layersNotSeen } = assessment;
  return {
    assessedBy: assessment.generator,
    actionData,
    checklist: { id: checklist.id, release: checklist.release },
    issuedAt,
    engagement: engagement === null ? null : { id: mask(engagement.id), digest: engagement.digest },
    partner: partner === null ? null : { digest: partner.digest },
    snapshots: snapshots.map((snapshot) => snapshotOrigin(snapshot, mask)),
    layersNotSeen: layersNotSeen.map(({ id }) => id),
  };
}

/** The origin of a document that shows nothing but the partner's own words. */
export function partnerOrigin(partner: Partner | undefined): Origin {
  return { partner: partner === undefined ? null : { digest: digestOf(partner) } };
}

function snapshotOrigin(snapshot: AssessedSnapshot, mask: Mask): Origin {
  const { id, digest, account, collectedAt, asOf, credentialReportGeneratedTime, parts } = snapshot;
  return {
    id: mask(id),
    digest,
    account: { id: mask(account.id), partition: account.partition },
    collectedAt,
    asOf,
    credentialReportGeneratedTime,
    writtenBy: snapshot.generator,
    parts: Object.fromEntries(Object.entries(parts).map(([name, { status }]) => [name, status])),
  };
}

/** The manifest that a PDF holds inside: what the document is, the digests of its HTML, and what all was made from. */
export function provenanceManifest(document: RenderedDocument, origin: Origin, words: Words): Attachment {
  const { name, title, language, date, draft, html, printHtml } = document;
  const manifest = {
    format: 'iam-dossier.provenance',
    formatVersion: 1,
    generator,
    document: { name, title, language, date, draft },
    htmlDigest: sha256(html),
    printedFromDigest: sha256(printHtml ?? html),
    ...origin,
  };
  return {
    name: 'provenance.json',
    mediaType: 'application/json',
    description: words.say('common.provenance-file', { name }),
    relationship: 'Data',
    data: Buffer.from([...documentLines(manifest)].join(''), 'utf8'),
  };
}
