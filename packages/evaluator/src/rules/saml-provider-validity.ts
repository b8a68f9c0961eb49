import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

const options = { noticeDays: 30 } as const;

export default defineRule({
  id: 'saml-provider-validity',
  title: 'Validity of SAML providers',
  description:
    'A SAML provider is valid when the account was read, and for more than 30 days from then. Once its metadata has run out, people who come in by federation stand outside, and somebody reaches for long-term credentials. A supporting fact: whether people come in by federation at all is judged by account-federation.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html',
  ],
  options,
  inputs: ['samlProviders', 'times'],
  messages: {
    'ended': { outcome: 'fail', text: 'The SAML provider was valid until {until}, {days} {days|day|days} before {asOf}.' },
    'ending': {
      outcome: 'fail',
      text: 'The SAML provider is valid until {until}, {days} {days|day|days} after {asOf}; the notice is {notice} days.',
    },
    'undated': { outcome: 'notEvaluated', text: 'Until when the SAML provider is valid is not in the data.' },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Validity cannot be judged: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
  },
  remediation: {
    console: 'Download new metadata from the identity provider. IAM, Identity providers, the provider, Replace metadata.',
    cli: 'aws iam update-saml-provider --saml-provider-arn <arn> --saml-metadata-document file://metadata.xml',
    terraform: [
      'resource "aws_iam_saml_provider" "this" {',
      '  name                   = local.provider',
      '  saml_metadata_document = file("metadata.xml")',
      '}',
    ].join('\n'),
  },
  subjects: ({ samlProviders }) => samlProviders,
  evaluate: ({ until, at }, { times: { asOf } }) => {
    const evidence = [at];
    if (until === null) return notEvaluated('missing', 'undated', {}, { evidence });
    if (asOf === null) return notEvaluated('missing', 'no-time', {}, { evidence });
    const past = ageInDays(until, asOf);
    if (past >= 0) return fail('ended', { until, days: past, asOf }, { evidence });
    const left = ageInDays(asOf, until);
    return left <= options.noticeDays ? fail('ending', { until, days: left, asOf, notice: options.noticeDays }, { evidence }) : pass;
  },
});
