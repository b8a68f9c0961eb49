import { describe, expect, it } from 'vitest';
import {
  awsAccount,
  wholeAccount,
  type DetailLists,
  type Holdings,
  type RawStatement,
} from '../../packages/evaluator/src/testing/aws.test-helper.ts';
import { keyCells, reportOf } from '../../packages/evaluator/src/testing/report.test-helper.ts';
import { escalationSaid } from './verdicts-by-name.ts';

// Who holds what in the scenarios of RhinoSecurityLabs/cloudgoat (BSD-3), read in its *.tf at 117e0c4c and later.
const aws = awsAccount();
const arn = (name: string) => aws.arn('role', `/${name}`);
const of = (...services: string[]): RawStatement[] => [{ Principal: { Service: services.map((name) => `${name}.amazonaws.com`) } }];
const by = (who: string, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const may = (Action: string | string[], Resource: string | string[] = '*', Condition?: object): RawStatement => ({
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const holding = (...statements: RawStatement[]): Holdings => ({ inline: { own: statements } });
const inProfile = (role: object) => ({
  ...role,
  InstanceProfileList: [{ InstanceProfileName: 'p', Arn: aws.arn('instance-profile', '/p'), Path: '/', Roles: [] }],
});
const said = (lists: DetailLists) => escalationSaid(aws.snapshot([...wholeAccount(lists), reportOf({ '<root_account>': {}, ...withKeys(lists) })]));
/** Each user has one key, and none a password. */
const withKeys = ({ users = [] }: DetailLists) => Object.fromEntries(users.map((user) => [(user as { UserName: string }).UserName, keyCells]));
const everything = may('*');
/** A policy of which the first version is in force. */
const versions = (...actions: string[][]) => ({
  ...aws.policy(aws.arn('policy', '/raynor'), []),
  PolicyVersionList: actions.map((Action, index) => ({
    VersionId: `v${index + 1}`,
    IsDefaultVersion: index === 0,
    CreateDate: '2026-01-05T08:00:00+00:00',
    Document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
  })),
});

const scenarios: Record<string, DetailLists> = {
  iam_privesc_by_attachment: {
    users: [
      aws.user(
        'kerrigan',
        holding(
          may(['iam:AddRoleToInstanceProfile', 'iam:PassRole', 'iam:RemoveRoleFromInstanceProfile', 'iam:ListRoles']),
          may(['ec2:AssociateIamInstanceProfile', 'ec2:CreateKeyPair', 'ec2:DescribeInstances', 'ec2:RunInstances']),
        ),
      ),
    ],
    roles: [aws.role('mighty', of('ec2'), holding(everything)), inProfile(aws.role('meek', of('ec2'), holding({ Effect: 'Deny', Action: '*' })))],
  },
  iam_privesc_by_ec2: {
    users: [aws.user('dev', holding(may(['ec2:Describe*', 'iam:Get*', 'iam:List*', 'ec2:DeleteTags']), may('sts:AssumeRole', arn('manager'))))],
    roles: [
      inProfile(aws.role('instance', of('ec2'), holding(everything))),
      aws.role(
        'manager',
        by(aws.arn('user', '/dev')),
        holding(
          may(['ec2:StartInstances', 'ec2:StopInstances', 'ec2:ModifyInstanceAttribute'], '*', {
            StringNotEquals: { 'aws:ResourceTag/Name': 'admin' },
          }),
        ),
      ),
    ],
  },
  iam_privesc_by_rollback: {
    users: [aws.user('raynor', { attached: [aws.arn('policy', '/raynor')] })],
    policies: [versions(['iam:Get*', 'iam:List*', 'iam:SetDefaultPolicyVersion'], ['iam:Get*'], ['*'], ['s3:ListAllMyBuckets'])],
  },
  lambda_privesc: {
    users: [aws.user('chris', holding(may(['sts:AssumeRole', 'iam:List*', 'iam:Get*'])))],
    roles: [
      aws.role('manager', by(aws.arn('user', '/chris')), holding(may(['lambda:*', 'iam:PassRole']))),
      aws.role('debug', of('lambda'), holding(everything)),
    ],
  },
  iam_privesc_by_key_rotation: {
    users: [
      aws.user(
        'manager',
        holding(
          may(['iam:DeleteAccessKey', 'iam:UpdateAccessKey', 'iam:CreateAccessKey'], aws.arn('user', '/*'), {
            StringEquals: { 'aws:ResourceTag/developer': 'true' },
          }),
          may(['iam:TagUser', 'iam:UntagUser']),
        ),
      ),
      aws.user('admin', holding(may('sts:AssumeRole', arn('secrets')))),
      aws.user('developer', holding(may('secretsmanager:ListSecrets'))),
    ],
    roles: [
      aws.role(
        'secrets',
        by(aws.arn('root', ''), { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
        holding(may('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:one')),
      ),
    ],
  },
  glue_privesc: {
    users: [
      aws.user(
        'glue',
        holding(may(['glue:CreateJob', 'iam:PassRole', 'iam:Get*', 'iam:List*', 'glue:CreateTrigger', 'glue:StartJobRun', 'glue:UpdateJob'])),
      ),
      aws.user('web', holding(may(['rds:*', 's3:*']))),
    ],
    roles: [
      aws.role('etl', of('rds', 'glue'), holding(may(['rds:*', 's3:*', 'glue:*']))),
      aws.role('parameters', of('glue'), holding(may(['s3:*', 'ssm:*']))),
      aws.role('catalog', of('lambda'), holding(may(['s3:*', 'glue:*']))),
    ],
  },
  beanstalk_secrets: {
    users: [
      aws.user('admin', holding(everything)),
      aws.user(
        'low',
        holding(may('elasticbeanstalk:Describe*'), may('s3:*', ['arn:aws:s3:::elasticbeanstalk*', 'arn:aws:s3:::elasticbeanstalk*/*'])),
      ),
      aws.user('secondary', holding(may('iam:CreateAccessKey'), may(['iam:List*', 'iam:Get*']))),
    ],
    roles: [inProfile(aws.role('instance', of('ec2'))), aws.role('service', of('elasticbeanstalk'))],
  },
  bedrock_agent_hijacking: {
    users: [
      aws.user(
        'grace',
        holding(may(['lambda:GetFunction', 'lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration', 'lambda:PublishVersion'])),
      ),
    ],
    roles: [aws.role('function', of('lambda'), holding(may('s3:GetObject')))],
  },
  federated_console_takeover: {
    users: [
      aws.user(
        'initial',
        holding(
          may(['ec2:DescribeInstances', 'iam:ListRoles', 'ssm:StartSession']),
          may('ssm:TerminateSession', 'arn:aws:ssm:*:*:session/${aws:username}-*'),
        ),
      ),
    ],
    roles: [inProfile(aws.role('instance', of('ec2'), holding(may(['iam:ListUsers', 'ec2:*', 'ssm:GetParameter*']))))],
  },
  s3_version_rollback_via_cfn: {
    users: [
      aws.user(
        'web',
        holding(
          may(['cloudformation:CreateStack', 'cloudformation:DescribeStacks'], 'arn:aws:cloudformation:us-east-1:111122223333:stack/*/*'),
          may('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:111122223333:function:*'),
          may(['iam:PassRole', 'iam:GetRole'], arn('stack')),
        ),
      ),
    ],
    roles: [
      aws.role('stack', of('cloudformation'), holding(may(['lambda:CreateFunction', 'lambda:GetFunction', 'lambda:DeleteFunction', 'iam:PassRole']))),
      aws.role('put', of('lambda'), holding(may('s3:PutObject', 'arn:aws:s3:::index/*'))),
    ],
  },
  agentcore_identity_confusion: {
    users: [
      aws.user(
        'sandy',
        holding(may(['bedrock:Get*', 'bedrock-agentcore:Get*', 'bedrock-agentcore:*CodeInterpreter*']), may('iam:PassRole', arn('agentcore_*'))),
      ),
    ],
    roles: [
      aws.role('agentcore_interpreter', of('bedrock-agentcore'), holding(may(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::one/*'))),
      aws.role(
        'agentcore_runtime',
        of('bedrock-agentcore'),
        holding(may('bedrock:InvokeModel'), may('bedrock:Retrieve', 'arn:aws:bedrock:us-east-1:111122223333:knowledge-base/one')),
      ),
    ],
  },
  ecs_privesc_evade_protection: {
    roles: [
      inProfile(
        aws.role(
          'developer',
          of('ec2', 'ecs-tasks'),
          holding(may(['iam:PassRole', 'iam:Get*', 'iam:List*', 'ecs:RunTask', 'ecs:RegisterTaskDefinition', 's3:*'])),
        ),
      ),
      aws.role('bucket', of('ecs-tasks'), holding(may('s3:*'))),
      aws.role(
        'mail',
        of('lambda'),
        holding(
          may(['iam:AttachRolePolicy', 'iam:PassRole', 'iam:PutRolePolicy'], [arn('developer')]),
          may('ec2:ReplaceIamInstanceProfileAssociation'),
        ),
      ),
    ],
  },
  ecs_efs_attack: {
    roles: [
      inProfile(
        aws.role('ruse', of('ec2'), holding(may(['ecs:RegisterTaskDefinition', 'ecs:UpdateService', 'iam:PassRole', 'iam:List*', 'iam:Get*']))),
      ),
      aws.role(
        'task',
        of('ecs-tasks'),
        holding(may('ssm:StartSession', 'arn:aws:ec2:*:*:instance/*', { StringEquals: { 'aws:ResourceTag/StartSession': 'true' } })),
      ),
      inProfile(aws.role('files', of('ec2'), holding(may('elasticfilesystem:ClientMount')))),
    ],
  },
  codebuild_secrets: {
    users: [
      aws.user('calrissian', holding(may(['rds:CreateDBSnapshot', 'rds:ModifyDBInstance', 'ec2:AuthorizeSecurityGroupIngress']))),
      aws.user('solo', holding(may(['s3:ListAllMyBuckets', 'ssm:GetParameter', 'codebuild:BatchGetProjects']))),
    ],
  },
};

/** What comes of each; a scenario of which nothing stands here ends in something that is no permission of IAM. */
const expected: Record<string, Record<string, readonly string[]>> = {
  iam_privesc_by_attachment: { kerrigan: ['ec2-001 reachable'] },
  iam_privesc_by_ec2: { manager: ['ec2-002 unverified'], dev: ['sts-001 latent'] },
  iam_privesc_by_rollback: { raynor: ['rhino-02 reachable'] },
  iam_privesc_by_key_rotation: { manager: ['iam-002 latent'], admin: ['sts-001 latent'] },
  lambda_privesc: {
    chris: ['sts-001 reachable'],
    manager: ['lambda-001 reachable', 'lambda-002 reachable', 'lambda-006 reachable', 'lambda-003 unverified', 'rhino-26 unverified'],
  },
  glue_privesc: {
    glue: ['glue-003 reachable', 'glue-004 reachable', 'glue-005 unverified', 'glue-006 unverified'],
    etl: ['glue-002 unverified'],
    catalog: ['glue-002 unverified'],
    parameters: ['ssm-001 latent', 'ssm-002 latent'],
  },
  beanstalk_secrets: { secondary: ['iam-002 reachable'] },
  bedrock_agent_hijacking: { grace: ['lambda-003 unverified', 'rhino-26 unverified'] },
  federated_console_takeover: { initial: ['ssm-001 unverified'], instance: ['ec2-002 latent', 'ec2-004 latent'] },
  s3_version_rollback_via_cfn: { web: ['cloudformation-001 reachable'] },
  agentcore_identity_confusion: { sandy: ['bedrock-001 latent'] },
  ecs_privesc_evade_protection: { developer: ['ecs-004 latent'], mail: ['iam-005 latent', 'iam-009 latent'] },
  ecs_efs_attack: { ruse: ['own-ecs-service latent'], task: ['ssm-001 unverified'] },
  codebuild_secrets: {},
};

describe('scenarios', () => {
  it.each(Object.entries(scenarios))('%s', (name, lists) => expect(said(lists).paths).toEqual(expected[name]));
});
