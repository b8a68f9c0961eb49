import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, type RawStatement } from '../policies.test-helper.ts';

const credentials = (...statements: RawStatement[]) => grant([read(...statements)]).exposures.credentialExposure;
const lines = ({ quotes }: ReturnType<typeof credentials>) => quotes.map(({ path, text }) => `${path} ${text}`);
const oneUser = 'arn:aws:iam::111122223333:user/ci';
const many = Array.from({ length: 21 }, (_, index) => allow('sts:AssumeRole', '*', { StringEquals: { 'aws:userid': `A${index}` } }));

describe('the lines that expose', () => {
  it.each<[string, RawStatement[], string[]]>([
    ['a line of a list', [allow(['s3:GetObject', 'sts:AssumeRole'])], ['/Statement/0/Action/1 sts:AssumeRole']],
    ['two of a list', [allow(['iam:CreateAccessKey', 'sts:*'])], ['/Statement/0/Action/0 iam:CreateAccessKey', '/Statement/0/Action/1 sts:*']],
    ['not one on named resources', [allow('sts:AssumeRole', oneUser), allow('sts:AssumeRole')], ['/Statement/1/Action sts:AssumeRole']],
    ['not one of another class', [allow('s3:GetObject'), allow('sts:AssumeRole')], ['/Statement/1/Action sts:AssumeRole']],
    ['not one that is denied', [allow(['iam:CreateAccessKey', 'sts:AssumeRole']), deny('iam:*')], ['/Statement/0/Action/1 sts:AssumeRole']],
    [
      'a NotAction, once, and what it leaves',
      [{ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }, allow('iam:CreateAccessKey')],
      ['/Statement/0/NotAction ["iam:*"]', '/Statement/1/Action iam:CreateAccessKey'],
    ],
  ])('%s', (_, statements, expected) => expect(lines(credentials(...statements))).toEqual(expected));

  it('are kept up to a number, and all weighed', () => {
    expect(credentials(...many.slice(1))).toMatchObject({ actions: 1, services: 1, policies: ['P1'], lines: 20 });
    expect(lines(credentials(...many.slice(1)))).toHaveLength(20);
    expect(credentials(...many, allow('iam:CreateAccessKey'))).toMatchObject({ actions: 2, services: 2, lines: 22 });
    expect(lines(credentials(...many)).at(-1)).toBe('/Statement/19/Action sts:AssumeRole');
  });

  it('are none where nothing is exposed', () => {
    const nothing = { actions: 0, services: 0, policies: [], lines: 0, quotes: [] };
    for (const action of ['s3:GetObject', 'zzz:Nothing']) expect(credentials(allow(action))).toEqual(nothing);
    expect(credentials(allow('sts:AssumeRole', oneUser))).toEqual(nothing);
  });
});

describe('grants of everything but something', () => {
  const negated = (...statements: RawStatement[]) =>
    grant([read(...statements)]).exposures.negatedActions.map(({ policyName, path, text }) => [policyName, path, text]);

  it('are lines of Allow with NotAction, whatever their resources, that no deny leaves empty', () => {
    expect(
      negated(
        { Effect: 'Allow', NotAction: 'iam:*', Resource: oneUser },
        { Effect: 'Deny', NotAction: 's3:*', Resource: 'arn:aws:s3:::a' },
        allow('s3:GetObject'),
      ),
    ).toEqual([['P1', '/Statement/0/NotAction', 'iam:*']]);
    expect(negated({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, deny('*'))).toEqual([]);
  });
});
