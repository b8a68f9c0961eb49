import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-direct-attachment.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const direct = (...policies: string[]) => fails('direct', { count: policies.length, policies });

testRule(rule, [
  {
    name: 'by group, attached, inline, both, bounded, and as the CLI leaves out an empty list',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { groups: ['ops'] }),
          aws.user('ben', { attached: ['ReadOnlyAccess'] }),
          aws.user('cy', { inline: { own: [{ Action: 's3:ListAllMyBuckets' }] } }),
          aws.user('dee', { groups: ['ops'], attached: ['SecurityAudit', 'Billing'], inline: { own: [{ Action: 's3:ListAllMyBuckets' }] } }),
          aws.user('fay', { inline: null }),
          aws.user('eve', { boundary: 'arn:aws:iam::111122223333:policy/limit' }),
        ],
        groups: [aws.group('ops', { attached: ['ReadOnlyAccess'] })],
      }),
    ),
    expected: {
      ana: 'pass',
      ben: direct('ReadOnlyAccess'),
      cy: direct('own'),
      dee: direct('Billing', 'SecurityAudit', 'own'),
      eve: 'pass',
      fay: 'pass',
    },
  },
  {
    name: 'an attached policy whose document is not there is attached all the same',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana', { attached: ['arn:aws:iam::111122223333:policy/gone'] })] })),
    expected: { ana: direct('gone') },
  },
  {
    name: 'what does not list attached policies says nothing of a user, unless it shows an inline one',
    snapshot: aws.snapshot(
      wholeAccount({ users: [aws.user('ana', { attached: null }), aws.user('ben', { attached: null, inline: { own: 'not json' } })] }),
    ),
    expected: { ana: unproven('missing', 'unknown'), ben: direct('own') },
  },
  {
    name: 'a user that only the report knows',
    snapshot: aws.snapshot([details({ users: [aws.user('ana')] }), reportOf({ '<root_account>': rootCells, 'ana': {}, 'new': {} })]),
    expected: { ana: 'pass', new: unproven('missing', 'unknown') },
  },
  {
    name: 'a cut list of users',
    snapshot: aws.snapshot([{ ...(details({ users: [aws.user('ana')], roles: [], groups: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    expected: { [aws.id]: partial('userDetails'), ana: 'pass' },
  },
  {
    name: 'roles are not users',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('app', [], { attached: ['ReadOnlyAccess'] })] })),
    expected: {},
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot(wholeAccount({ users: [gov.user('ana', { attached: ['ReadOnlyAccess'] })] })),
    expected: { ana: direct('ReadOnlyAccess') },
  },
  {
    name: 'the report alone',
    snapshot: aws.snapshot([reportOf({ '<root_account>': rootCells, 'ana': {} })]),
    expected: { ana: unproven('missing', 'unknown') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
