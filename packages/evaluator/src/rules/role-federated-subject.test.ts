import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-federated-subject.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const providerOf = (host: string) => `arn:aws:iam::111122223333:oidc-provider/${host}`;
const web = (host: string, Condition?: object): RawStatement[] => [
  { Principal: { Federated: providerOf(host) }, Action: 'sts:AssumeRoleWithWebIdentity', ...(Condition ? { Condition } : {}) },
];
const github = 'token.actions.githubusercontent.com';
const open = (host: string) => fails('open-provider', { providers: [providerOf(host)] });

testRule(rule, [
  {
    name: 'OpenID Connect with and without a subject',
    snapshot: roles({
      open: web(github),
      audience: web(github, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
      star: web(github, { StringLike: { [`${github}:sub`]: '*' } }),
      anyone: web(github, { StringLike: { [`${github}:sub`]: 'repo:*' } }),
      likeness: web(github, { StringLike: { [`${github}:sub`]: 'repo:sh*/site:*' } }),
      oneOf: web(github, { StringLike: { [`${github}:sub`]: ['repo:shop/site:*', 'repo:*/site:*'] } }),
      repo: web(github, { StringLike: { [`${github}:sub`]: 'repo:shop/site:*' } }),
      organization: web(github, { StringLike: { [`${github}:sub`]: 'repo:shop/*' } }),
      group: web('gitlab.com', { StringLike: { 'gitlab.com:sub': 'project_path:shop/site:ref_type:branch:ref:main' } }),
      workspace: web('app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:*:project:*:workspace:*:run_phase:*' } }),
      people: web('login.example.com', { StringEquals: { 'login.example.com:aud': 'app' } }),
      nobody: web('login.example.com'),
      cluster: web('oidc.eks.us-east-1.amazonaws.com/id/1'),
      pod: web('oidc.eks.us-east-1.amazonaws.com/id/1', {
        StringEquals: { 'oidc.eks.us-east-1.amazonaws.com/id/1:sub': 'system:serviceaccount:shop:site' },
      }),
      cognito: [{ Principal: { Federated: 'cognito-identity.amazonaws.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }],
    }),
    expected: {
      open: open(github),
      audience: open(github),
      star: open(github),
      anyone: open(github),
      likeness: open(github),
      oneOf: open(github),
      repo: 'pass',
      organization: 'pass',
      group: 'pass',
      workspace: open('app.terraform.io'),
      people: 'pass',
      nobody: open('login.example.com'),
      cluster: open('oidc.eks.us-east-1.amazonaws.com/id/1'),
      pod: 'pass',
      cognito: fails('open-provider', { providers: ['cognito-identity.amazonaws.com'] }),
    },
  },
  {
    name: 'others',
    snapshot: roles({
      saml: [{ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Okta' }, Action: 'sts:AssumeRoleWithSAML' }],
      pods: [{ Principal: { Service: 'pods.eks.amazonaws.com' } }],
      account: by(root('111122223333')),
    }),
    expected: { saml: 'notApplicable', pods: 'notApplicable', account: 'notApplicable' },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
