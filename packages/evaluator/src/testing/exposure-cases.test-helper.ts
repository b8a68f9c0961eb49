import { awsAccount, details, wholeAccount } from './aws.test-helper.ts';
import { fails, missing, unproven, type RuleCase } from './case.test-helper.ts';
import { engagementOf } from './engagement.test-helper.ts';
import { reportOf } from './report.test-helper.ts';

/** What holds of every rule on a class of risky actions. `Action`: one of the class and one that is not. */
export function exposureCases(Action: readonly [string, string]): RuleCase[] {
  const aws = awsAccount();
  const copy = aws.arn('policy', '/copy');
  const limit = aws.arn('policy', '/limit');
  const copied = aws.policy(copy, [{ Action: [...Action] }]);
  const exposed = fails('exposed', { policies: ['copy'], actions: 1, services: 1 });
  return [
    {
      name: 'an administrator is told elsewhere',
      snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana', { inline: { all: [{ Action: '*' }] } })] })),
      expected: { ana: 'notApplicable' },
    },
    {
      name: 'whichever way it comes, denied and bounded',
      snapshot: aws.snapshot(
        wholeAccount({
          users: [
            aws.user('ana', { attached: [copy] }),
            aws.user('ben', { groups: ['ops'] }),
            aws.user('cy', { attached: [copy], inline: { no: [{ Effect: 'Deny', Action: '*' }] } }),
            aws.user('dee', {
              attached: [copy],
              inline: { no: [{ Effect: 'Deny', Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }] },
            }),
            aws.user('eve', { attached: [copy], boundary: limit }),
          ],
          groups: [aws.group('ops', { attached: [copy] })],
          policies: [copied, aws.policy(limit, [{ Action: 'iam:ListUsers' }])],
        }),
      ),
      expected: { ana: exposed, ben: exposed, cy: 'pass', dee: exposed, eve: 'pass' },
    },
    {
      name: 'what cannot be read may hold one, or take it away',
      snapshot: aws.snapshot(
        wholeAccount({
          users: [
            aws.user('ana', { attached: ['Gone'] }),
            aws.user('ben', { attached: ['Gone', copy] }),
            aws.user('cy', { attached: [copy], boundary: aws.arn('policy', '/gone') }),
            aws.user('dee', { inline: { torn: '{' } }),
          ],
          policies: [copied],
        }),
      ),
      expected: {
        ana: unproven('unresolved', 'unknown', { policies: ['Gone'] }),
        ben: exposed,
        cy: unproven('unresolved', 'unknown', { policies: ['gone'] }),
        dee: unproven('unresolved', 'unknown', { policies: ['torn'] }),
      },
    },
    {
      name: 'in scope only',
      snapshot: aws.snapshot(wholeAccount({ users: ['ana', 'ben'].map((name) => aws.user(name, { attached: [copy] })), policies: [copied] })),
      engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
      expected: { ana: exposed },
    },
    {
      name: 'users from the report, roles from the details',
      snapshot: aws.snapshot([details({ roles: [aws.role('app', [])] }), reportOf({ ana: {} })]),
      expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
    },
    {
      name: 'nothing of permissions',
      snapshot: aws.snapshot([reportOf({ ana: {} })]),
      expected: { [aws.id]: missing('roleDetails', 'userDetails') },
    },
  ];
}
