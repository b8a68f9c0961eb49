import { defineRule } from '../engine/rule.ts';
import { manual, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'account-sts-global-endpoint',
  title: 'Session tokens of the global STS endpoint',
  description:
    'Tells in which Regions session tokens of the global STS endpoint are valid. Version 1 tokens are refused in Regions that must be enabled first; tokens of regional endpoints are valid everywhere. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'info',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html'],
  options: {},
  inputs: ['accountSummary'],
  messages: {
    'version-1': {
      outcome: 'manual',
      text: 'Tokens of the global endpoint are version 1: valid only in Regions enabled by default. Confirm that no work in other Regions relies on the global endpoint.',
    },
    'version-other': {
      outcome: 'manual',
      text: 'Tokens of the global endpoint are version {version}, which this release does not know.',
      key: ['version'],
    },
    'absent': { outcome: 'notEvaluated', text: 'The account summary does not tell the version of global endpoint tokens.' },
  },
  remediation: {
    console:
      'IAM, Account settings, Security Token Service (STS), Global endpoint: change only if work in other Regions uses the global endpoint. Regional endpoints are the better choice.',
    cli: [
      '# Only if work in Regions that must be enabled first uses the global endpoint:',
      'aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token',
    ].join('\n'),
    terraform: ['resource "aws_iam_security_token_service_preferences" "this" {', '  global_endpoint_token_version = "v2Token"', '}'].join('\n'),
  },
  subjects: ({ accountSummary }) => [accountSummary],
  evaluate: ({ counts }) => {
    const version = counts['GlobalEndpointTokenVersion'];
    const evidence = ['/accountSummary/GlobalEndpointTokenVersion'];
    if (version === undefined) return notEvaluated('missing', 'absent');
    if (version === 2) return pass;
    return version === 1 ? manual('version-1', {}, { evidence }) : manual('version-other', { version }, { evidence });
  },
});
