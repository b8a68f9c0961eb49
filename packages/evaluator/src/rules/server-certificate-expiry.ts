import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'server-certificate-expiry',
  title: 'Expired server certificates',
  description:
    'Server certificates kept in IAM are removed once they have expired: one put on a load balancer by mistake breaks what is behind it, and nobody renews it, as AWS Certificate Manager would. Expiry is counted to the time the account was read. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
    'https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html',
  ],
  options: {},
  inputs: ['serverCertificates', 'times'],
  messages: {
    'expired': { outcome: 'fail', text: 'The server certificate expired at {until}, {days} {days|day|days} before {asOf}.' },
    'undated': { outcome: 'notEvaluated', text: 'When the server certificate expires is not in the data.' },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Expiry cannot be judged: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
  },
  remediation: {
    console:
      'IAM shows no server certificates. In the load balancer or distribution choose a certificate of AWS Certificate Manager, then delete the old one by the CLI.',
    cli: ['# Once nothing uses it:', 'aws iam delete-server-certificate --server-certificate-name <name>'].join('\n'),
    terraform: [
      '# In place of aws_iam_server_certificate:',
      'resource "aws_acm_certificate" "this" {',
      '  domain_name       = local.domain',
      '  validation_method = "DNS"',
      '}',
    ].join('\n'),
  },
  subjects: ({ serverCertificates }) => serverCertificates,
  evaluate: ({ until, at }, { times: { asOf } }) => {
    const evidence = [at];
    if (until === null) return notEvaluated('missing', 'undated', {}, { evidence });
    if (asOf === null) return notEvaluated('missing', 'no-time', {}, { evidence });
    const days = ageInDays(until, asOf);
    return days >= 0 ? fail('expired', { until, days, asOf }, { evidence }) : pass;
  },
});
