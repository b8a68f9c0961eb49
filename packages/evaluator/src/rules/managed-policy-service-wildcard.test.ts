import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './managed-policy-service-wildcard.ts';

const aws = awsAccount();
const arn = (name: string) => aws.arn('policy', `/${name}`);
const whole = (count: number) => fails('whole', { count });

testRule(rule, [
  {
    name: 'as IAM.21 has it',
    snapshot: aws.snapshot(
      wholeAccount({
        policies: [
          aws.policy(arn('ec2'), [{ Action: 'ec2:*' }]),
          aws.policy(arn('several'), [{ Action: ['ec2:*', 's3:GetObject'] }, { Action: 'sqs:*' }]),
          aws.policy(arn('scoped'), [{ Action: 's3:*', Resource: 'arn:aws:s3:::shop/*' }]),
          aws.policy(arn('conditional'), [{ Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]),
          aws.policy(arn('everything'), [{ Action: '*' }]),
          aws.policy(arn('all-but-a-service'), [{ NotAction: ['iam:*'] }]),
          aws.policy(arn('all-but-an-action'), [{ NotAction: ['iam:CreateUser'] }]),
          aws.policy(arn('prefix'), [{ Action: ['ec2:Describe*', 's3:*Object'] }]),
          aws.policy(arn('deny'), [{ Effect: 'Deny', Action: 'ec2:*' }]),
          aws.policy(arn('deny-but'), [{ Effect: 'Deny', NotAction: 'ec2:*' }]),
        ],
      }),
    ),
    expected: {
      'ec2': whole(1),
      'several': whole(2),
      'scoped': whole(1),
      'conditional': whole(1),
      'everything': whole(1),
      'all-but-a-service': whole(1),
      'all-but-an-action': 'pass',
      'prefix': 'pass',
      'deny': 'pass',
      'deny-but': 'pass',
    },
  },
  {
    name: 'not AWS’s own, and not inline; a boundary counts',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { attached: ['AmazonEC2FullAccess'], inline: { all: [{ Action: 's3:*' }] }, boundary: arn('limit') })],
        policies: [aws.policy('AmazonEC2FullAccess', [{ Action: 'ec2:*' }]), aws.policy(arn('limit'), [{ Action: 'ec2:*' }])],
      }),
    ),
    expected: { limit: whole(1) },
  },
  {
    name: 'what cannot be read',
    snapshot: aws.snapshot(wholeAccount({ policies: [aws.policy(arn('torn'), '{')] })),
    expected: { torn: unproven('unresolved', 'unread') },
  },
  { name: 'no policies in the export', snapshot: aws.snapshot([details({ users: [] })]), expected: { [aws.id]: missing('managedPolicies') } },
]);
