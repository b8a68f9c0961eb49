import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-deleted-principal.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));

testRule(rule, [
  {
    name: 'unique ids, and ARNs',
    snapshot: roles({
      deleted: by(['AROAEXAMPLEEXAMPLE123', 'AIDAEXAMPLEEXAMPLE123', 'arn:aws:iam::111122223333:user/ana']),
      named: by('arn:aws:iam::111122223333:user/AIDAEXAMPLEEXAMPLE123'),
      account: by(root('111122223333')),
    }),
    expected: {
      deleted: fails('deleted', { count: 2, ids: ['AIDAEXAMPLEEXAMPLE123', 'AROAEXAMPLEEXAMPLE123'] }),
      named: 'pass',
      account: 'notApplicable',
    },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
