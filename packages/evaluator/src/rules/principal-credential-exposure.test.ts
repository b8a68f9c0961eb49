import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails } from '../testing/case.test-helper.ts';
import { exposureCases } from '../testing/exposure-cases.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-credential-exposure.ts';

const aws = awsAccount();
const exposed = (policy: string, actions: number, services = 1) => fails('exposed', { policies: [policy], actions, services });

testRule(rule, [
  {
    name: 'actions that hand out credentials, and others',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('key', { inline: { own: [{ Action: 'iam:CreateAccessKey' }] } }),
          aws.user('assume', { inline: { own: [{ Action: ['sts:AssumeRole', 'sts:GetCallerIdentity'] }] } }),
          aws.user('several', {
            inline: { own: [{ Action: ['redshift:GetClusterCredentials', 'ecr:GetAuthorizationToken', 'gamelift:RequestUploadCredentials'] }] },
          }),
          aws.user('wild', { inline: { own: [{ Action: 'lightsail:Get*' }] } }),
          aws.user('scoped', { inline: { own: [{ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::111122223333:user/ci' }] } }),
          aws.user('mfa', { inline: { own: [{ Action: 'iam:CreateAccessKey', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }] } }),
          aws.user('tagged', { inline: { own: [{ Action: 'sts:AssumeRole', Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } }] } }),
          aws.user('reader', { inline: { own: [{ Action: ['iam:List*', 'iam:GetUser', 'secretsmanager:GetSecretValue'] }] } }),
          aws.user('negated', { inline: { own: [{ NotAction: 'iam:*', Resource: '*' }] } }),
          aws.user('deny', { inline: { own: [{ Effect: 'Deny', NotAction: 's3:*' }] } }),
        ],
      }),
    ),
    expected: {
      key: exposed('own', 1),
      assume: exposed('own', 1),
      several: exposed('own', 3, 3),
      wild: exposed('own', 5),
      scoped: 'pass',
      mfa: exposed('own', 1),
      tagged: 'pass',
      reader: 'pass',
      negated: exposed('own', 146, 64),
      deny: 'pass',
    },
  },
  ...exposureCases(['iam:CreateAccessKey', 's3:GetObject']),
]);
