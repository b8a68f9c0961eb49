import { awsAccount, details, wholeAccount } from './aws.test-helper.ts';
import { contradicted, cut, told, unchecked, type ClaimCase } from './claim-case.test-helper.ts';

/** What an access claim on the user `ana` may hold beyond its principals, and what proves it. */
interface AccessClaim {
  claim: ClaimCase['claim'];
  /** Actions within the claim. */
  fine: string[];
  whole: ClaimCase['expected'];
}

/** What holds of every claim on what principals may change. */
export function accessClaimCases({ claim, fine: actions, whole }: AccessClaim): ClaimCase[] {
  const aws = awsAccount();
  const account = (...users: object[]) => aws.snapshot(wholeAccount({ users }));
  const ownPassword = { own: [{ Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' }] };
  const fine = { all: [{ Action: actions }] };
  return [
    {
      name: 'within, reading more, and its own password',
      snapshot: account(aws.user('ana', { inline: { ...fine, ...ownPassword } })),
      claim,
      expected: whole,
    },
    {
      name: 'a change elsewhere',
      snapshot: account(
        aws.user('ana', { inline: { ...fine, tag: [{ Action: 's3:PutObjectTagging' }], send: [{ Action: ['sqs:SendMessage', 'sns:Publish'] }] } }),
      ),
      claim,
      expected: contradicted(
        told('beyond', { name: 'ana', policy: 'send', count: 2, services: ['sns', 'sqs'] }, 'ana'),
        told('beyond', { name: 'ana', policy: 'tag', count: 1, services: ['s3'] }, 'ana'),
      ),
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
      snapshot: account(aws.user('ana', { inline: { all: [{ Action: 'iam:PutUserPolicy', Resource: aws.arn('user', '/ana') }] } })),
      claim,
      expected: contradicted(
        told('administrator', { name: 'ana', policies: ['all'] }, 'ana'),
        told('beyond', { name: 'ana', policy: 'all', count: 1, services: ['iam'] }, 'ana'),
      ),
    },
    { name: 'nobody', snapshot: account(), claim, expected: contradicted(told('absent', { name: 'ana', accounts: aws.id })) },
    {
      name: 'unreadable',
      snapshot: account(aws.user('ana', { inline: { torn: '{"Version":' } })),
      claim,
      expected: unchecked(told('partial', { name: 'ana', gap: 'The document of torn could not be read.' }, 'ana')),
    },
    {
      name: 'two of one name',
      snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana')], roles: [aws.role('ana', [{ Principal: { Service: 'ec2.amazonaws.com' } }])] })),
      claim,
      expected: unchecked(told('ambiguous', { name: 'ana', accounts: aws.id })),
    },
    {
      name: 'a cut list',
      snapshot: aws.snapshot([{ ...(details({ users: [], roles: [] }) as object), IsTruncated: true, Marker: 'more' }]),
      claim,
      expected: unchecked(cut('roleDetails', 'userDetails'), told('unseen', { name: 'ana', accounts: aws.id })),
    },
  ];
}
