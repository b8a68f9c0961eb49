import { readCredentialReport } from '../credential-report/index.ts';
import { time } from '../decode/values.ts';
import { decodeBase64Text } from '../text.ts';
import type { Kind } from './kind.ts';

/** GetCredentialReport: the CSV in base64, with AWS's time of it. */
export const reportAnswer: Kind = {
  call: 'iam:GetCredentialReport',
  matches: (value) => value['ReportFormat'] === 'text/csv' || (typeof value['Content'] === 'string' && 'GeneratedTime' in value),
  read: (value, draft) => {
    const { Content: content, GeneratedTime: generated } = value;
    const csv = typeof content === 'string' ? (decodeBase64Text(content) ?? content) : null;
    const read = time(generated, draft);
    if (read === undefined && generated !== undefined && generated !== null) draft.unreadableMember('GeneratedTime');
    if (csv === null) draft.note('refused', 'no-report', 'the answer of iam:GetCredentialReport has no Content');
    else readCredentialReport(csv, typeof read === 'string' ? read : null, draft);
  },
};
