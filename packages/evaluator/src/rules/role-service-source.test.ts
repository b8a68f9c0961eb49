import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-service-source.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const service = (name: string, Condition?: object): RawStatement[] => [{ Principal: { Service: name }, ...(Condition ? { Condition } : {}) }];

testRule(rule, [
  {
    name: 'services that say for whom they act, and services that do not',
    snapshot: roles({
      build: service('codebuild.amazonaws.com'),
      own: service('codebuild.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '111122223333' } }),
      project: service('codebuild.amazonaws.com', { ArnLike: { 'aws:SourceArn': 'arn:aws:codebuild:us-east-1:111122223333:project/x' } }),
      any: service('codebuild.amazonaws.com', { StringLike: { 'aws:SourceAccount': '*' } }),
      lenient: service('states.amazonaws.com', { StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } }),
      late: service('scheduler.amazonaws.com', { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }),
      pods: service('pods.eks.amazonaws.com', { StringEquals: { 'aws:RequestTag/kubernetes-namespace': 'shop' } }),
      instance: service('ec2.amazonaws.com'),
      account: by(root('111122223333')),
    }),
    expected: {
      build: fails('no-source', { services: ['codebuild.amazonaws.com'] }),
      own: 'pass',
      project: 'pass',
      any: fails('no-source', { services: ['codebuild.amazonaws.com'] }),
      lenient: fails('no-source', { services: ['states.amazonaws.com'] }),
      late: fails('no-source', { services: ['scheduler.amazonaws.com'] }),
      pods: 'pass',
      instance: 'notApplicable',
      account: 'notApplicable',
    },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
