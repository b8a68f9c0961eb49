import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import accessOnlyTo from './access-only-to.ts';

const aws = awsAccount();
const read = aws.policy('ReadOnlyAccess', [{ Action: ['s3:Get*', 'sqs:List*', 'sns:List*', 'ec2:Describe*'] }]);
const full = aws.policy('AmazonEC2FullAccess', [{ Action: ['ec2:*', 'cloudwatch:*'] }]);
const ownPassword = [{ Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' }];
const limit = aws.arn('policy', '/limit');
const account = (user: object, ...policies: object[]) => aws.snapshot(wholeAccount({ users: [user], policies: [read, full, ...policies] }));
const claim = { principals: ['ana'], services: ['ec2'] };
const ec2 = { ec2: [{ Action: 'ec2:StartInstances' }] };
const beyond = (policy: string, ...services: string[]) => told('beyond', { name: 'ana', policy, count: services.length, services }, 'ana');
const whole = held('held', { names: ['ana'], services: ['ec2'] });

testClaim(accessOnlyTo, [
  { name: 'one service, and its own password', snapshot: account(aws.user('ana', { inline: { ...ec2, own: ownPassword } })), claim, expected: whole },
  {
    name: 'the policy that reaches furthest first',
    snapshot: account(aws.user('ana', { attached: ['AmazonEC2FullAccess', 'ReadOnlyAccess'] })),
    claim,
    expected: contradicted(beyond('ReadOnlyAccess', 's3', 'sns', 'sqs'), beyond('AmazonEC2FullAccess', 'cloudwatch')),
  },
  {
    name: 'held back by a boundary, and by a deny',
    snapshot: account(
      aws.user('ana', { attached: ['ReadOnlyAccess'], boundary: limit, inline: { no: [{ Effect: 'Deny', Action: 's3:*' }] } }),
      aws.policy(limit, [{ Action: ['ec2:*', 's3:*'] }]),
    ),
    claim,
    expected: whole,
  },
  {
    name: 'many more',
    snapshot: account(
      aws.user('ana', {
        inline: {
          many: [{ Action: ['s3:PutObject', 'sqs:SendMessage', 'sns:Publish', 'dynamodb:PutItem', 'cloudwatch:PutMetricData', 'ssm:SendCommand'] }],
        },
      }),
    ),
    claim,
    expected: contradicted(
      told('beyond-many', { name: 'ana', policy: 'many', count: 6, services: ['cloudwatch', 'dynamodb', 's3', 'sns', 'sqs'] }, 'ana'),
    ),
  },
  {
    name: 'an administrator',
    snapshot: account(aws.user('ana', { inline: { self: [{ Action: 'iam:PutUserPolicy' }] } })),
    claim: { principals: ['ana'], services: ['iam'] },
    expected: contradicted(told('administrator', { name: 'ana', policies: ['self'] }, 'ana')),
  },
  {
    name: 'nobody',
    snapshot: account(aws.user('ana')),
    claim: { ...claim, principals: ['ben'] },
    expected: contradicted(told('absent', { name: 'ben', accounts: aws.id })),
  },
  {
    name: 'a policy that is not there',
    snapshot: account(aws.user('ana', { inline: ec2, attached: [aws.arn('policy', '/gone')] })),
    claim,
    expected: unchecked(told('partial', { name: 'ana', gap: 'The document of gone is not in the data.' }, 'ana')),
  },
  {
    name: 'a boundary that is not there',
    snapshot: account(aws.user('ana', { attached: ['ReadOnlyAccess'], boundary: limit })),
    claim,
    expected: unchecked(
      told(
        'partial',
        { name: 'ana', gap: 'The document of the permissions boundary limit is not in the data: it may allow less than is shown.' },
        'ana',
      ),
    ),
  },
  {
    name: 'a service that nobody knows',
    snapshot: account(aws.user('ana', { inline: ec2 })),
    claim: { ...claim, services: ['ec2', 'ec-2'] },
    expected: unchecked(told('no-service', { service: 'ec-2' })),
  },
  {
    name: 'two of one name',
    snapshot: aws.snapshot(
      wholeAccount({ users: [aws.user('ana', { inline: ec2 })], roles: [aws.role('ana', [{ Principal: { Service: 'ec2.amazonaws.com' } }])] }),
    ),
    claim,
    expected: unchecked(told('ambiguous', { name: 'ana', accounts: aws.id })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ users: [], roles: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim,
    expected: unchecked(cut('roleDetails', 'userDetails'), told('unseen', { name: 'ana', accounts: aws.id })),
  },
]);
