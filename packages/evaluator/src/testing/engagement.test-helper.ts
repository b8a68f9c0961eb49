import { readEngagement, type Engagement } from '@iam-dossier/core/engagement';
import { readPartner, type Partner } from '@iam-dossier/core/partner';

/** An engagement of account 111122223333; what is not given is what every engagement must have. */
export function engagementOf(members: Partial<Engagement> = {}): Engagement {
  return readEngagement({
    format: 'iam-dossier.engagement',
    formatVersion: 1,
    id: 'shop',
    customer: { name: 'Shop' },
    document: { version: '1.0', date: '2026-10-02', author: 'Ana' },
    accounts: [{ id: '111122223333', role: 'workload' }],
    ...members,
  });
}

/** A partner whose people come from account 444455556666, with a procedure in force. */
export function partnerOf(members: Partial<Partner> = {}): Partner {
  return readPartner({
    format: 'iam-dossier.partner',
    formatVersion: 1,
    name: 'Partner',
    accounts: [{ id: '444455556666' }],
    sop: { version: '2.0', adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' } },
    ...members,
  });
}
