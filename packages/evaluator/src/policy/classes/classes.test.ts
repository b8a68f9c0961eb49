import { describe, expect, it } from 'vitest';
import { actionsOf, add, complement, intersection, isEmpty, noActions } from '../action-set.ts';
import { dataReadActions } from '../data-read-actions.data.ts';
import { classActions, classIds, namesIn } from './index.ts';
import { credentialActions } from './credential-exposure.data.ts';
import { moreDataActions } from './data-access.data.ts';
import { exposingActions } from './resource-exposure.data.ts';

const lists = { credentialActions, dataReadActions, exposingActions, moreDataActions };

function has(id: (typeof classIds)[number], action: string): boolean {
  const words = noActions();
  add(words, actionsOf(action));
  return !isEmpty(words) && isEmpty(intersection(words, complement(classActions(id))));
}

describe('the lists of risky actions', () => {
  it.each(Object.entries(lists))('%s name actions that there are, each once', (_, list) => {
    const names = Object.entries(list).flatMap(([prefix, actions]) => actions.map((action) => `${prefix}:${action}`));
    expect(names.filter((name) => actionsOf(name).places.length === 0)).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(Object.keys(list)).toEqual(Object.keys(list).toSorted((a, b) => (a < b ? -1 : 1)));
  });
});

describe('classes of risky actions', () => {
  it.each<[(typeof classIds)[number], string[], string[]]>([
    [
      'dataAccess',
      ['s3:GetObject', 'ssm:GetParameter', 'secretsmanager:GetSecretValue', 'dynamodb:Scan', 'kinesis:SubscribeToShard'],
      ['s3:ListBucket', 's3:PutObject', 'ec2:DescribeInstances'],
    ],
    [
      'credentialExposure',
      ['iam:CreateAccessKey', 'sts:AssumeRole', 'gamelift:GetInstanceAccess', 'gamelift:RequestUploadCredentials', 'ec2:GetPasswordData'],
      ['iam:ListAccessKeys', 'sts:GetCallerIdentity'],
    ],
    [
      'resourceExposure',
      [
        's3:PutBucketPolicy',
        'iam:PutRolePolicy',
        'ram:CreateResourceShare',
        'rds:ModifyDBSnapshotAttribute',
        'lambda:AddPermission',
        'bedrock-agentcore:SynchronizeGatewayTargets',
      ],
      ['s3:GetBucketPolicy', 'fsx:GetResourcePolicy', 'ec2:RunInstances'],
    ],
    [
      'infrastructureModification',
      ['ec2:TerminateInstances', 's3:PutObject', 'ec2:CreateTags', 'iam:PutRolePolicy'],
      ['ec2:DescribeInstances', 's3:GetObject', 'xray:PutTraceSegments'],
    ],
  ])('%s', (id, inside, outside) => {
    expect(inside.filter((action) => !has(id, action))).toEqual([]);
    expect(outside.filter((action) => has(id, action))).toEqual([]);
  });

  it('are of a size that a reader of the lists expects', () => {
    const sizes = Object.fromEntries(classIds.map((id) => [id, namesIn(classActions(id)).length]));
    expect(sizes['dataAccess']).toBeGreaterThan(100);
    expect(sizes['credentialExposure']).toBeGreaterThan(140);
    expect(sizes['resourceExposure']).toBeGreaterThan(370);
    expect(sizes['infrastructureModification']).toBeGreaterThan(9500);
  });

  it('name actions as AWS writes them', () => {
    const words = noActions();
    expect(isEmpty(words)).toBe(true);
    for (const name of ['s3:getobject', 'IAM:CREATEUSER', 'ec2:runinstances', 'iam:listusers']) add(words, actionsOf(name));
    expect(namesIn(words)).toEqual(['ec2:RunInstances', 'iam:ListUsers', 'iam:CreateUser', 's3:GetObject']);
    for (const name of namesIn(classActions('infrastructureModification'))) expect(actionsOf(name).places).toHaveLength(1);
  });
});
