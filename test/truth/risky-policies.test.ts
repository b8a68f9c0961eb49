import { analysePolicyDocument } from '@iam-dossier/evaluator';
import { describe, expect, it } from 'vitest';

/** What Cloudsplaining tells of a policy: ways to more permissions by the ids used here, actions, services with a wildcard. */
interface Told {
  actions: readonly string[];
  paths?: readonly string[];
  data?: readonly string[];
  credentials?: readonly string[];
  wildcards?: readonly string[];
  exposing?: readonly string[];
  /** Told as exposing there, and not here. */
  notExposing?: readonly string[];
}

const buckets = [
  'BypassGovernanceRetention',
  'DeleteAccessPointPolicy',
  'DeleteBucketPolicy',
  'ObjectOwnerOverrideToBucketOwner',
  'PutAccessPointPolicy',
  'PutAccountPublicAccessBlock',
  'PutBucketAcl',
  'PutBucketPolicy',
  'PutBucketPublicAccessBlock',
  'PutObjectAcl',
  'PutObjectVersionAcl',
].map((name) => `s3:${name}`);
const functions = ['AddLayerVersionPermission', 'AddPermission', 'DisableReplication', 'EnableReplication', 'RemovePermission'].map(
  (name) => `lambda:${name}`,
);

// salesforce/cloudsplaining (BSD-3) test/files/data_file.json at 1ec0cd33: policies on everything, without condition.
const policies: Record<string, Told> = {
  AmazonRDSFullAccess: { actions: ['rds:*'], wildcards: ['rds'], exposing: ['rds:AuthorizeDBSecurityGroupIngress'] },
  AmazonEC2FullAccess: {
    actions: ['ec2:*', 'elasticloadbalancing:*', 'cloudwatch:*', 'autoscaling:*'],
    wildcards: ['ec2', 'elasticloadbalancing', 'cloudwatch', 'autoscaling'],
    exposing: ['CreateNetworkInterfacePermission', 'ModifySnapshotAttribute', 'ModifyVpcEndpointServicePermissions', 'ResetSnapshotAttribute'].map(
      (name) => `ec2:${name}`,
    ),
  },
  AmazonSQSFullAccess: {
    actions: ['sqs:*'],
    wildcards: ['sqs'],
    exposing: ['sqs:AddPermission', 'sqs:RemovePermission', 'sqs:SetQueueAttributes'],
    notExposing: ['sqs:CreateQueue'],
  },
  AWSLambdaFullAccess: {
    actions: ['cloudwatch:*', 'dynamodb:*', 'events:*', 'iam:PassRole', 'iot:AttachPrincipalPolicy', 'lambda:*', 'logs:*', 's3:*'],
    paths: ['lambda-001', 'lambda-002', 'rhino-17b', 'lambda-003'],
    data: ['s3:GetObject'],
    wildcards: ['cloudwatch', 'dynamodb', 'events', 'lambda', 'logs', 's3'],
    exposing: ['iot:AttachPrincipalPolicy', 'logs:PutResourcePolicy', ...functions, ...buckets],
    notExposing: ['iam:PassRole', 'logs:DeleteResourcePolicy'],
  },
  IAMFullAccess: {
    actions: ['iam:*'],
    paths: ['iam-001', 'iam-002', 'iam-004', 'iam-006', 'iam-007', 'iam-008', 'iam-010', 'iam-011', 'iam-013', 'rhino-02'],
    credentials: [
      'CreateAccessKey',
      'CreateLoginProfile',
      'CreateServiceSpecificCredential',
      'ResetServiceSpecificCredential',
      'UpdateAccessKey',
    ].map((name) => `iam:${name}`),
    wildcards: ['iam'],
    exposing: [
      'AddClientIDToOpenIDConnectProvider',
      'PutRolePolicy',
      'UpdateAssumeRolePolicy',
      'UpdateOpenIDConnectProviderThumbprint',
      'UpdateSAMLProvider',
    ].map((name) => `iam:${name}`),
    notExposing: [
      'AddUserToGroup',
      'CreateAccessKey',
      'CreateRole',
      'CreateSAMLProvider',
      'CreateUser',
      'DeleteUser',
      'PassRole',
      'UpdateLoginProfile',
    ].map((name) => `iam:${name}`),
  },
  CloudWatchFullAccess: {
    actions: ['cloudwatch:*', 'logs:*', 'sns:*'],
    wildcards: ['cloudwatch', 'logs', 'sns'],
    exposing: ['logs:PutResourcePolicy', 'sns:AddPermission', 'sns:RemovePermission', 'sns:SetTopicAttributes'],
    notExposing: ['logs:DeleteResourcePolicy', 'sns:CreateTopic'],
  },
  AWSDirectoryServiceFullAccess: {
    actions: ['ds:*'],
    wildcards: ['ds'],
    exposing: ['ds:CreateTrust', 'ds:ShareDirectory'],
    notExposing: ['ds:CreateConditionalForwarder', 'ds:CreateDirectory', 'ds:CreateMicrosoftAD'],
  },
  AWSCloudTrailFullAccess: {
    actions: ['sns:AddPermission', 'sns:CreateTopic', 'sns:SetTopicAttributes', 's3:PutBucketPolicy', 's3:GetObject', 'cloudtrail:*'],
    data: ['s3:GetObject'],
    wildcards: ['cloudtrail'],
    exposing: ['sns:AddPermission', 'sns:SetTopicAttributes', 's3:PutBucketPolicy'],
    notExposing: ['sns:CreateTopic'],
  },
  ExcessivePermissions: {
    actions: ['s3:*', 'secretsmanager:*', 'lambda:*'],
    paths: ['lambda-003'],
    data: ['s3:GetObject', 'secretsmanager:GetSecretValue'],
    wildcards: ['s3', 'secretsmanager', 'lambda'],
    exposing: [...functions, ...buckets, 'secretsmanager:DeleteResourcePolicy', 'secretsmanager:PutResourcePolicy'],
  },
  MyOtherRolePolicy: {
    actions: ['iam:CreateInstanceProfile', 'iam:PassRole', 'iam:AddRoleToInstanceProfile', 'ec2:AssociateIamInstanceProfile', 'ec2:Describe*'],
    notExposing: ['iam:AddRoleToInstanceProfile', 'iam:CreateInstanceProfile', 'iam:PassRole'],
  },
  OverprivilegedEC2: {
    actions: ['secretsmanager:GetSecretValue', 's3:GetObject', 'iam:CreateAccessKey'],
    paths: ['iam-002'],
    data: ['s3:GetObject', 'secretsmanager:GetSecretValue'],
    credentials: ['iam:CreateAccessKey'],
    notExposing: ['iam:CreateAccessKey'],
  },
  InsecureUserPolicy: { actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetObject'], data: ['s3:GetObject'], exposing: ['s3:PutObjectAcl'] },
};

/** Deletes a policy, or makes something new, and takes no resource: neither opens what is there. */
const noResource = ['ds:CreateDirectory', 'ds:CreateMicrosoftAD', 'logs:DeleteResourcePolicy'];

describe.each(Object.entries(policies))(
  '%s',
  (_, { actions, paths = [], data = [], credentials = [], wildcards = [], exposing = [], notExposing = [] }) => {
    const found = analysePolicyDocument({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

    it('is told with every way, action and wildcard that Cloudsplaining tells', () => {
      expect(found.escalations.flatMap(({ id, variants }) => [id, ...variants.map((variant) => variant.id)])).toEqual(
        expect.arrayContaining([...paths]),
      );
      expect(found.dataAccess.actions).toEqual(expect.arrayContaining([...data]));
      expect(found.credentialExposure.actions).toEqual(expect.arrayContaining([...credentials]));
      expect(found.resourceExposure.actions).toEqual(expect.arrayContaining([...exposing]));
      expect(found.serviceWildcards.lines.map(({ text }) => text)).toEqual(wildcards.map((service) => `${service}:*`));
    });

    it('tells as a change what AWS no longer calls management of permissions', () => {
      const changes = new Set([...found.infrastructureModification.actions, ...noResource]);
      expect(notExposing.filter((action) => found.resourceExposure.actions.includes(action) || !changes.has(action))).toEqual([]);
    });
  },
);
