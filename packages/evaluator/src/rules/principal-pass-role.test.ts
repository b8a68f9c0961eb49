import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-pass-role.ts';

const aws = awsAccount();
const limit = aws.arn('policy', '/limit');
const scoped = aws.arn('policy', '/scoped');
const all = { pass: [{ Action: 'iam:PassRole' }] };
const by = (...policies: string[]) => fails('any-role', { policies });

testRule(rule, [
  {
    name: 'on everything, on names, to a service, by NotAction, denied, and bounded',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { inline: all }),
          aws.user('ben', { inline: { pass: [{ Action: 'iam:PassRole', Resource: aws.arn('role', '/web-*') }] } }),
          aws.user('cy', {
            inline: { pass: [{ Action: 'iam:Pass*', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }] },
          }),
          aws.user('dee', { inline: { wide: [{ NotAction: 'iam:Put*', Resource: aws.arn('role', '/*') }] } }),
          aws.user('eve', { inline: { ...all, no: [{ Effect: 'Deny', Action: 'iam:PassRole' }] } }),
          aws.user('fay', { inline: all, boundary: limit }),
          aws.user('gus', { inline: all, boundary: scoped }),
          aws.user('hal', { inline: { pass: [{ Action: 'iam:PassRole', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }] } }),
          aws.user('ida', { attached: ['AdministratorAccess'] }),
          aws.user('jon', { inline: { s3: [{ Action: 's3:*' }] } }),
        ],
        policies: [
          aws.policy('AdministratorAccess', [{ Action: '*' }]),
          aws.policy(limit, [{ Action: 'iam:*' }]),
          aws.policy(scoped, [{ Action: 'iam:PassRole', Resource: aws.arn('role', '/web-*') }]),
        ],
      }),
    ),
    expected: {
      ana: by('pass'),
      ben: 'pass',
      cy: 'pass',
      dee: 'pass',
      eve: 'pass',
      fay: by('pass'),
      gus: 'pass',
      hal: by('pass'),
      ida: 'notApplicable',
      jon: 'pass',
    },
  },
  {
    name: 'policies and boundaries that are not in the data',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: [limit] }),
          aws.user('ben', { inline: all, attached: [limit] }),
          aws.user('cy', { inline: all, boundary: limit }),
        ],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['limit'] }),
      ben: by('pass'),
      cy: unproven('unresolved', 'unknown', { policies: ['limit'] }),
    },
  },
  {
    name: 'a filtered export',
    snapshot: aws.snapshot([details({ users: [aws.user('ana')] }), reportOf({ ana: {}, ben: {} })]),
    expected: {
      [aws.id]: unproven('missing', 'list-partial', { parts: ['roleDetails', 'userDetails'] }),
      ana: 'pass',
      ben: unproven('missing', 'no-policies'),
    },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
  {
    name: 'refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    expected: { [aws.id]: denied('roleDetails', 'userDetails') },
  },
]);
