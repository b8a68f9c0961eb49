import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails } from '../testing/case.test-helper.ts';
import { exposureCases } from '../testing/exposure-cases.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-resource-exposure.ts';

const aws = awsAccount();
const exposed = (policy: string, actions: number, services = 1) => fails('exposed', { policies: [policy], actions, services });

testRule(rule, [
  {
    name: 'actions that open resources, and others',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('bucket', { inline: { own: [{ Action: 's3:PutBucketPolicy' }] } }),
          aws.user('several', {
            inline: { own: [{ Action: ['kms:PutKeyPolicy', 'ram:CreateResourceShare', 'ec2:ModifyImageAttribute', 'sqs:SetQueueAttributes'] }] },
          }),
          aws.user('trust', { inline: { own: [{ Action: 'iam:UpdateAssumeRolePolicy' }] } }),
          aws.user('scoped', { inline: { own: [{ Action: 's3:PutBucketPolicy', Resource: 'arn:aws:s3:::shop' }] } }),
          aws.user('reader', {
            inline: { own: [{ Action: ['s3:GetBucketPolicy', 'secretsmanager:ValidateResourcePolicy', 'fsx:GetResourcePolicy', 's3:PutObject'] }] },
          }),
          aws.user('deny', { inline: { own: [{ Effect: 'Deny', NotAction: 's3:*' }] } }),
        ],
      }),
    ),
    expected: {
      bucket: exposed('own', 1),
      several: exposed('own', 4, 4),
      trust: exposed('own', 1),
      scoped: 'pass',
      reader: 'pass',
      deny: 'pass',
    },
  },
  ...exposureCases(['s3:PutBucketPolicy', 's3:GetObject']),
]);
