import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import { describe, expect, it } from 'vitest';
import { account, assessmentOf } from '../render/assessment.test-helper.ts';
import { submissionMask } from './mask.ts';

const partnerAccount = '444455556666';
const partner = { accounts: [{ id: partnerAccount }] } as unknown as Partner;
const engagementOf = (more: object = {}) =>
  ({
    accounts: [
      { id: account, role: 'workload' },
      { id: '777788889999', role: 'identity' },
    ],
    ...more,
  }) as unknown as Engagement;

describe('the mask of a submission', () => {
  const mask = submissionMask({ assessment: assessmentOf(), engagement: engagementOf(), partner });

  it.each([
    ['an account of the example', `arn:aws:iam::${account}:user/ana`, `arn:aws:iam::${account}:user/ana`],
    ['an account the engagement names', 'account 777788889999', 'account 777788889999'],
    ['the partner’s account', `arn:aws:iam::${partnerAccount}:role/x`, 'arn:aws:iam::••••6666:role/x'],
    ['a stranger’s account, with hyphens', 'call 1234-5678-9012 today', 'call ••••9012 today'],
    ['a stranger’s account in a name', 'logs-123456789012', 'logs-••••9012'],
    ['an e-mail address', 'write to ana.ribeiro@quillstone.example.', 'write to a••••o@quillstone.example.'],
    ['an e-mail address of one letter', 'a@b.example', 'a••••@b.example'],
    ['an e-mail address as user name', `arn:aws:iam::${account}:user/ana@acme.example`, `arn:aws:iam::${account}:user/a••••a@acme.example`],
    ['an access key id', 'key AKIAIOSFODNN7EXAMPLE', 'key AKIA…MPLE'],
    ['longer and shorter numbers', '1234567890123 12345678901', '1234567890123 12345678901'],
  ])('%s', (_, text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it('hides the partner’s own account even when it was assessed', () => {
    const both = submissionMask({ assessment: assessmentOf(), engagement: engagementOf({ accounts: [{ id: account, role: 'partnerIdentity' }] }) });
    expect(both(account)).toBe('••••3333');
  });

  it('shows what the engagement allows, and only that', () => {
    const disclosure = { show: ['accountIds'], author: 'a', date: '2026-01-01' };
    const open = submissionMask({ assessment: assessmentOf(), engagement: engagementOf({ disclosure }), partner });
    expect(open(`${partnerAccount} a.b@c.example AKIAIOSFODNN7EXAMPLE`)).toBe(`${partnerAccount} a••••b@c.example AKIA…MPLE`);
  });
});
