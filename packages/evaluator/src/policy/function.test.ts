import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PolicyDocument } from '@iam-dossier/core/policy-document';
import { describe, expect, it } from 'vitest';
import { actionNames, actionTable } from './action-table.ts';
import { dataReadActions } from './data-read-actions.data.ts';
import { allow, grant, read, type RawStatement } from './policies.test-helper.ts';
import { passingActions, serviceAreas } from './service-areas.data.ts';

const functionOf = (...statements: RawStatement[]) => grant([read(...statements)]).effective.function.text;
const own = 'arn:aws:iam::*:user/${aws:username}';

describe('function', () => {
  it.each<[string, RawStatement[]]>([
    ['administrator', [allow('*')]],
    ['power user: changes nearly every service', [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }]],
    [
      'EC2 operator',
      [
        allow(['ec2:*', 'elasticloadbalancing:*', 'cloudwatch:*', 'autoscaling:*']),
        allow('iam:CreateServiceLinkedRole', '*', { StringEquals: { 'iam:AWSServiceName': 'spot.amazonaws.com' } }),
      ],
    ],
    ['EC2 operator', [allow(['ec2:StartInstances', 'ec2:StopInstances', 'ec2:Describe*', 'iam:PassRole']), allow('iam:ChangePassword', own)]],
    ['S3 and database operator', [allow(['s3:PutObject', 's3:DeleteObject', 'dynamodb:PutItem'], 'arn:aws:x')]],
    ['monitoring operator', [allow(['logs:PutLogEvents'])]],
    ['identity reader', [allow(['iam:Get*', 'iam:List*'])]],
    ['own sign-in only', [allow(['iam:ChangePassword', 'iam:EnableMFADevice'], own)]],
    ['no permissions', []],
  ])('%s', (expected, statements) => expect(functionOf(...statements)).toBe(expected));

  it('is read from what is granted, not from names', () => {
    const policy = read(allow(['ec2:*', 'elasticloadbalancing:*', 'cloudwatch:*', 'autoscaling:*']));
    expect(grant([policy]).effective.function).toEqual(grant([policy], { type: 'role' }).effective.function);
  });
});

const folder = fileURLToPath(new URL('../../../../../shared/data/aws-managed-policies/', import.meta.url));

describe.runIf(existsSync(folder))('AWS managed policies as published', () => {
  it.each([
    ['AmazonEC2FullAccess', 'EC2 operator'],
    ['AdministratorAccess', 'administrator'],
    ['IAMUserChangePassword', 'own sign-in only'],
    ['PowerUserAccess', 'power user: changes nearly every service'],
    ['ReadOnlyAccess', /^reads \d{3} services; \d+ of \d{4} actions change something$/],
    ['ViewOnlyAccess', /^reads \d{3} services; \d+ of \d+ actions changes? something$/],
    ['SecurityAudit', /^reads \d{3} services; \d+ of \d+ actions change something$/],
    ['AmazonS3ReadOnlyAccess', 'S3 reader'],
    ['Billing', 'billing operator'],
  ])('%s: %s', (name, expected) => {
    if (!existsSync(`${folder}${name}.json`)) return;
    const { PolicyVersion } = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as { PolicyVersion: { Document: PolicyDocument } };
    const list = PolicyVersion.Document['Statement'];
    expect(functionOf(...((Array.isArray(list) ? list : [list]) as RawStatement[]))).toMatch(
      typeof expected === 'string' ? new RegExp(`^${expected}$`) : expected,
    );
  });
});

describe('the tables', () => {
  const { byPrefix } = actionTable();

  it('name only services and actions that exist', () => {
    const missing = Object.entries(dataReadActions).flatMap(([prefix, names]) => {
      const service = byPrefix.get(prefix);
      const known = new Set(service ? actionNames(service) : []);
      return names.filter((name) => !known.has(name.toLowerCase())).map((name) => `${prefix}:${name}`);
    });
    expect(missing).toEqual([]);
    expect(serviceAreas.flatMap((area) => area.services).filter((prefix) => !byPrefix.has(prefix))).toEqual([]);
    expect(passingActions.every((action) => /^[a-z]+:[A-Z]\w+$/.test(action))).toBe(true);
  });

  it('give each service to one area', () => {
    const all = serviceAreas.flatMap((area) => area.services);
    expect(new Set(all).size).toBe(all.length);
  });
});
