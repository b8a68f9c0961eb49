import { parseIsoTime } from '../../time/iso.ts';
import { readCredentialReport } from '../credential-report/index.ts';
import { decodeBase64Text } from '../text.ts';
import type { Kind } from './kind.ts';

/** GetCredentialReport: the CSV in base64, with AWS's time of it. */
export const reportAnswer: Kind = {
  call: 'iam:GetCredentialReport',
  matches: (value) => value['ReportFormat'] === 'text/csv' || (typeof value['Content'] === 'string' && 'GeneratedTime' in value),
  read: (value, draft) => {
    const { Content: content, GeneratedTime: generated } = value;
    const csv = typeof content === 'string' ? (decodeBase64Text(content) ?? content) : null;
    const time = typeof generated === 'string' ? parseIsoTime(generated) : null;
    if (csv === null) draft.note('refused', 'no-report', 'the answer of iam:GetCredentialReport has no Content');
    else readCredentialReport(csv, time, draft);
  },
};
