import { defineRule } from '../engine/rule.ts';
import { notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'account-list-completeness',
  title: 'Completeness of users, groups and roles',
  description:
    'The data holds as many users, groups and roles as the account summary counts. A difference says nothing of the account: the export was cut or filtered, or the account changed while it was read, and what is said of the lists is not said of all. Managed policies are not compared: AWS does not say which of them the summary counts. A supporting fact.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html',
  ],
  options: {},
  inputs: ['listCompleteness'],
  messages: {
    differs: { outcome: 'notEvaluated', text: 'The account summary counts {counted}; the data holds {here}.' },
    uncounted: { outcome: 'notEvaluated', text: 'Not to be compared, for one of the two numbers is not in the data: {lists}.' },
  },
  remediation: {
    console: 'The console makes no such export: use the AWS CLI.',
    cli: [
      '# At one time, without --no-paginate, --max-items and --filter:',
      'aws iam get-account-summary > get-account-summary.json',
      'aws iam get-account-authorization-details > get-account-authorization-details.json',
    ].join('\n'),
    terraform: '# Nothing to change in the account: make the export anew.',
  },
  subjects: ({ listCompleteness }) => [listCompleteness],
  evaluate: ({ lists }) => {
    const differing = lists.filter(({ counted, here }) => counted !== null && here !== null && counted !== here);
    const evidence = ['/accountSummary'];
    if (differing.length > 0) {
      const counted = differing.map((list) => `${list.counter}=${list.counted}`);
      const here = differing.map((list) => `${list.counter}=${list.here}`);
      return notEvaluated('partial', 'differs', { counted, here }, { evidence });
    }
    const uncounted = lists.filter(({ counted, here }) => counted === null || here === null).map(({ counter }) => counter);
    return uncounted.length > 0 ? notEvaluated('missing', 'uncounted', { lists: uncounted }, { evidence }) : pass;
  },
});
