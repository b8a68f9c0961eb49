import { describe, expect, it } from 'vitest';
import { assessmentOf } from '../render/assessment.test-helper.ts';
import { openWords } from '../words/index.ts';
import { assessmentOrigin, partnerOrigin, provenanceManifest } from './index.ts';

const document = {
  name: 'n',
  html: '<p>',
  title: 'T\u202e',
  author: 'a',
  subject: 's',
  keywords: 'k',
  language: 'en',
  draft: false,
  audience: 'submission' as const,
  date: '2026-01-02',
};

describe('the provenance manifest', () => {
  it('holds digests, times and the state of each part, masked as the document is', () => {
    const assessment = assessmentOf({});
    const origin = assessmentOrigin(assessment, (text) => text.replace(/\d{12}/g, '…'));
    expect(origin).toMatchObject({ issuedAt: assessment.issuedAt, checklist: { id: 'ACCT-002' } });
    const [snapshot] = origin['snapshots'] as { id: string; digest: string; account: { id: string }; parts: Record<string, string> }[];
    expect(snapshot).toMatchObject({ digest: assessment.snapshots[0]?.digest, account: { id: '…' } });
    expect(snapshot?.id).toMatch(/^…/);
    expect(Object.keys(snapshot?.parts ?? {})).toEqual(Object.keys(assessment.snapshots[0]?.parts ?? {}));
  });

  it('is JSON with the same bytes each time', () => {
    const [first, second] = [
      provenanceManifest(document, partnerOrigin(undefined), openWords('en')),
      provenanceManifest(document, partnerOrigin(undefined), openWords('en')),
    ];
    expect(first).toEqual(second);
    expect(JSON.parse(Buffer.from(first.data).toString('utf8'))).toMatchObject({
      format: 'iam-dossier.provenance',
      partner: null,
      document: { title: 'T\u202e' },
      htmlDigest: '33f2799467177287a29260780a107ac98ea63dd6165f67fcc0d74767d0a82090',
    });
  });
});
