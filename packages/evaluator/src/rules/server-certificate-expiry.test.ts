import { awsAccount, refused, summaryOf } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './server-certificate-expiry.ts';

const aws = awsAccount();
const asOf = '2026-10-01T09:00:00Z';
const certificate = (ServerCertificateName: string, Expiration: string | undefined) => ({
  Path: '/',
  ServerCertificateName,
  ServerCertificateId: `ASCA-${ServerCertificateName}`,
  Arn: aws.arn('server-certificate', `/${ServerCertificateName}`),
  UploadDate: '2024-01-05T08:00:00+00:00',
  Expiration,
});
const list = (...ServerCertificateMetadataList: object[]) => ({ ServerCertificateMetadataList });
const expired = (until: string, days: number, at = asOf) => fails('expired', { until, days, asOf: at });

testRule(rule, [
  {
    name: 'to either side of the time, to the second',
    snapshot: aws.snapshot([
      list(
        certificate('later', '2027-10-01T09:00:00+00:00'),
        certificate('just', '2026-10-01T09:00:01+00:00'),
        certificate('now', '2026-10-01T11:00:00+02:00'),
        certificate('gone', '2025-10-01T09:00:00+00:00'),
      ),
    ]),
    expected: { later: 'pass', just: 'pass', now: expired('2026-10-01T09:00:00Z', 0), gone: expired('2025-10-01T09:00:00Z', 365) },
  },
  { name: 'none', snapshot: aws.snapshot([list()]), expected: {} },
  { name: 'no list, and a summary that counts none', snapshot: aws.snapshot([summaryOf({ ServerCertificates: 0 })]), expected: {} },
  {
    name: 'no list, and a summary that counts one',
    snapshot: aws.snapshot([summaryOf({ ServerCertificates: 1 })]),
    expected: { [aws.id]: missing('serverCertificates') },
  },
  {
    name: 'no list, and a summary without the key, which is not 0',
    snapshot: aws.snapshot([summaryOf({ Users: 0 })]),
    expected: { [aws.id]: missing('serverCertificates') },
  },
  {
    name: 'a list shorter than the summary counts',
    snapshot: aws.snapshot([list(certificate('later', '2027-10-01T09:00:00+00:00')), summaryOf({ ServerCertificates: 2 })]),
    expected: { later: 'pass', [aws.id]: partial('serverCertificates') },
    sourcesDisagree: true,
  },
  {
    name: 'a list that was cut',
    snapshot: aws.snapshot([{ ...list(certificate('gone', '2025-10-01T09:00:00+00:00')), IsTruncated: true, Marker: 'more' }]),
    expected: { gone: expired('2025-10-01T09:00:00Z', 365), [aws.id]: partial('serverCertificates') },
  },
  {
    name: 'one without its time',
    snapshot: aws.snapshot([list(certificate('vague', undefined))]),
    expected: { vague: unproven('missing', 'undated') },
  },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot([list(certificate('gone', '2025-10-01T09:00:00+00:00'))], null),
    expected: { gone: unproven('missing', 'no-time') },
  },
  {
    name: 'a time given for counting',
    snapshot: aws.snapshot([list(certificate('later', '2027-10-01T09:00:00+00:00'))], null),
    asOf: '2027-10-02T09:00:00Z',
    expected: { later: expired('2027-10-01T09:00:00Z', 1, '2027-10-02T09:00:00Z') },
  },
  { name: 'no answer', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('serverCertificates') } },
  { name: 'access denied', snapshot: aws.snapshot([refused('ListServerCertificates')]), expected: { [aws.id]: denied('serverCertificates') } },
]);
