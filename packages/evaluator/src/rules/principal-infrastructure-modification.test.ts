import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails } from '../testing/case.test-helper.ts';
import { exposureCases } from '../testing/exposure-cases.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-infrastructure-modification.ts';

const aws = awsAccount();
const exposed = (policy: string, actions: number, services = 1) => fails('exposed', { policies: [policy], actions, services });

testRule(rule, [
  {
    name: 'changes that could name a resource, and others',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('stop', { inline: { own: [{ Action: ['ec2:StopInstances', 'ec2:CreateTags'] }] } }),
          aws.user('scoped', { inline: { own: [{ Action: 'ec2:StopInstances', Resource: 'arn:aws:ec2:*:*:instance/*' }] } }),
          aws.user('half', { inline: { own: [{ Action: 'ec2:StopInstances', Resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0' }] } }),
          aws.user('tagged', { inline: { own: [{ Action: 'ec2:StopInstances', Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } }] } }),
          aws.user('star', { inline: { own: [{ Action: ['ecr:GetAuthorizationToken', 'xray:PutTraceSegments', 's3:ListAllMyBuckets'] }] } }),
          aws.user('reader', { inline: { own: [{ Action: ['ec2:Describe*', 's3:GetObject'] }] } }),
          aws.user('two', { inline: { own: [{ Action: ['s3:PutObject', 'sqs:SendMessage', 'sqs:DeleteMessage'] }] } }),
          aws.user('deny', { inline: { own: [{ Effect: 'Deny', NotAction: 's3:*' }] } }),
        ],
      }),
    ),
    expected: {
      stop: exposed('own', 2),
      scoped: 'pass',
      half: 'pass',
      tagged: 'pass',
      star: 'pass',
      reader: 'pass',
      two: exposed('own', 3, 2),
      deny: 'pass',
    },
  },
  ...exposureCases(['ec2:TerminateInstances', 'ec2:DescribeInstances']),
]);
