import { awsAccount, refused, summaryOf } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './saml-provider-validity.ts';

const aws = awsAccount();
const asOf = '2026-10-01T09:00:00Z';
const provider = (name: string, ValidUntil?: string) => ({
  Arn: aws.arn('saml-provider', `/${name}`),
  ValidUntil,
  CreateDate: '2024-01-05T08:00:00+00:00',
});
const list = (...SAMLProviderList: object[]) => ({ SAMLProviderList });
const ended = (until: string, days: number) => fails('ended', { until, days, asOf });
const ending = (until: string, days: number) => fails('ending', { until, days, asOf, notice: 30 });

testRule(rule, [
  {
    name: 'to either side of the time and of the notice',
    snapshot: aws.snapshot([
      list(
        provider('AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE', '2126-10-08T12:40:58+00:00'),
        provider('month', '2026-11-01T09:00:00+00:00'),
        provider('notice', '2026-10-31T09:00:00+00:00'),
        provider('hour', '2026-10-01T10:00:00+00:00'),
        provider('now', '2026-10-01T09:00:00+00:00'),
        provider('gone', '2026-09-01T09:00:00+00:00'),
      ),
    ]),
    expected: {
      AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE: 'pass',
      month: 'pass',
      notice: ending('2026-10-31T09:00:00Z', 30),
      hour: ending('2026-10-01T10:00:00Z', 0),
      now: ended('2026-10-01T09:00:00Z', 0),
      gone: ended('2026-09-01T09:00:00Z', 30),
    },
  },
  { name: 'none', snapshot: aws.snapshot([list()]), expected: {} },
  { name: 'no list, and a summary that counts no provider of any kind', snapshot: aws.snapshot([summaryOf({ Providers: 0 })]), expected: {} },
  {
    name: 'no list, and a summary that counts one, which may be of another kind',
    snapshot: aws.snapshot([summaryOf({ Providers: 1 })]),
    expected: { [aws.id]: missing('samlProviders') },
  },
  {
    name: 'a list shorter than the summary counts, which counts other kinds too',
    snapshot: aws.snapshot([list(provider('later', '2027-10-01T09:00:00+00:00')), summaryOf({ Providers: 2 })]),
    expected: { later: 'pass' },
  },
  {
    name: 'a list that was cut',
    snapshot: aws.snapshot([{ ...list(provider('later', '2027-10-01T09:00:00+00:00')), IsTruncated: true, Marker: 'more' }]),
    expected: { later: 'pass', [aws.id]: partial('samlProviders') },
  },
  { name: 'one without its time', snapshot: aws.snapshot([list(provider('vague'))]), expected: { vague: unproven('missing', 'undated') } },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot([list(provider('gone', '2025-10-01T09:00:00+00:00'))], null),
    expected: { gone: unproven('missing', 'no-time') },
  },
  { name: 'no answer', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('samlProviders') } },
  { name: 'access denied', snapshot: aws.snapshot([refused('ListSAMLProviders')]), expected: { [aws.id]: denied('samlProviders') } },
]);
