import { describe, expect, it } from 'vitest';
import { one, problemsOf, sharing, type Expected } from './cases.test-helper.ts';

/* oxlint-disable no-template-curly-in-string -- Policy variables. */
const here = (...ids: string[]): Expected => ids.map((id) => `${id} /Statement/Resource`);

const legal = [
  '*',
  'arn:aws:s3:::example_bucket',
  'arn:aws:s3:::example_bucket/*',
  'arn:aws:s3:::*',
  'arn:aws-cn:s3:::a',
  'arn:aws-us-gov:s3:::a',
  'arn:aws-iso:s3:::a',
  'arn:aws-iso-b:s3:::a',
  'arn:aws-eusc:s3:::a',
  'arn:*:s3:::a',
  'arn:aws*:s3:::a',
  'arn:aws:s33:::example_bucket',
  'arn:aws:cloudwatch:us-east-1::example_bucket',
  'arn:aws:ec2:us-east-1::image/*',
  'arn:aws:ec2:*:*:instance/*',
  'arn:aws:ec2:*:111122223333:instance/i-0',
  'arn:aws:invalid-service:us-east-1::x',
  'arn:aws:sns:us-east-1:111122223333:topic',
  'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/x:*',
  'arn:aws:iam:::user/example',
  'arn:aws:iam::111122223333:*',
  'arn:aws:iam::*:role/*',
  'arn:aws:iam::*:root',
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
  'arn:aws:iam::aws:policy/aws-service-role/*',
  'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  'arn:aws:iam::111122223333:server-certificate/a',
  'arn:aws:iam::*:user/${aws:username}',
  'arn:aws:iam::${aws:PrincipalAccount}:role/x',
  'arn:aws:s3:::shop/home/${aws:PrincipalTag/team:part}/*',
  "arn:aws:s3:::shop/${aws:PrincipalTag/team, 'none'}/*",
  'arn:aws:s3:::shop/${*}${?}${$}',
  'arn:aws:s3:*:*:accesspoint/x*',
  'arn:aws:s3:us-west-2:111122223333:accesspoint/x/object/*',
  'arn:aws:s3:*:*:access-grants/default',
  'arn:aws:s3:us-east-1:111122223333:job/*',
  'arn:aws:s3:us-east-1:111122223333:storage-lens/x',
  'arn:aws:elasticloadbalancing:*:*:loadbalancer/app/x',
];

describe('a resource', () => {
  it.each(legal)('%s', (resource) => {
    expect(problemsOf(one({ Resource: resource }))).toEqual([]);
    expect(problemsOf(one({ Resource: undefined, NotResource: ['*', resource] }))).toEqual([]);
  });

  it.each<[string, Expected]>([
    ['', here('resource-form')],
    ['invalid resource', here('resource-form')],
    ['sdfsadf', here('resource-form')],
    ['**', here('resource-form')],
    ['arn', here('resource-form')],
    ['arn:', here('resource-form')],
    ['a:b:c:d:e:f:g:h', here('resource-form')],
    ['a:bsdfdsafsad', here('resource-form')],
    ['aws:s3:::example_bucket', here('resource-form')],
    ['ARN:aws:s3:::a', here('resource-form')],
    [' arn:aws:s3:::a', here('resource-form')],
    ['s3:::bucket', here('resource-form')],
    ['arn:error:s3:::example_bucket', here('resource-partition')],
    ['arn:${AWS::Partition}:s3:::a', here('resource-partition')],
    ['arn:AWS:s3:::a', here('resource-partition')],
    ['arn:aws', here('resource-service')],
    ['arn:*', here('resource-service')],
    ['arn:aws::::example_bucket', here('resource-service')],
    ['arn:aws::fdsasf', here('resource-service')],
    ['arn:aws:*:*:*:*', here('resource-service')],
    ['arn:aws:s*:::a', here('resource-service')],
    ['arn:aws:*', here('resource-service')],
    ['arn:aws:s3::example_bucket', here('resource-short')],
    ['arn:aws:iam::111122223333', here('resource-short')],
    ['arn:aws:iam:us-east-1::example_bucket', here('resource-region')],
    ['arn:aws:iam:us-east-1:111122223333:role/x', here('resource-region')],
    ['arn:aws:s3:us-east-1::example_bucket', here('resource-region')],
    ['arn:aws:iam:::example_bucket', here('resource-iam-path')],
    ['arn:aws:iam::111122223333:role', here('resource-iam-path')],
    ['arn:aws:iam::111122223333:', here('resource-iam-path')],
    ['arn:aws:iam::111122223333:Role', here('resource-iam-path')],
  ])('refused: %s', (resource, expected) => {
    expect(problemsOf(one({ Resource: resource }))).toEqual(expected);
    expect(problemsOf(one({ Resource: ['*', resource] }))).toEqual(expected.map((problem) => `${problem}/1`));
    expect(problemsOf(one({ Resource: undefined, NotResource: resource }))).toEqual(
      expected.map((problem) => problem.replace('/Resource', '/NotResource')),
    );
  });

  it.each<[string, Expected]>([
    ['arn:aws:fdsasf', here('resource-open-end')],
    ['arn:aws:waf:*', here('resource-open-end')],
    ['arn:aws:rds:*', here('resource-open-end')],
    ['arn:aws:sqs:us-east-1:queue', here('resource-open-end')],
    ['arn:aws:iam::*', here('resource-open-end')],
    ['arn:aws:iam:*:111122223333:role/x', here('resource-unusual')],
    ['arn:aws:s3:*:*:*', here('resource-unusual')],
    ['arn:aws:s3:us-east-1:111122223333:newer-than-the-data/x', here('resource-unusual')],
    ['arn:aws:iam::111122223333:r*', here('resource-unusual')],
    ['arn:aws:iam::111122223333:newer-than-the-data/x', here('resource-unusual')],
    ['arn:aws:s3:::my bucket', here('resource-space')],
    ['arn:aws:ec2:region:account-id:instance/*', here('resource-account')],
    ['arn:aws:s3:::shop/${aws:username', here('variable-form')],
    ['arn:aws:s3:::shop/${}', here('variable-form')],
  ])('odd: %s', (resource, expected) => expect(problemsOf(one({ Resource: resource }))).toEqual(expected));

  it('is the service’s to judge in a resource policy', () => {
    expect(problemsOf(one({ Resource: 'execute-api:/*' }, sharing), 'resource')).toEqual(here('resource-unusual'));
    expect(problemsOf(one({ Resource: undefined }, sharing), 'resource')).toEqual(['resource-missing /Statement']);
    expect(problemsOf(one({ Resource: [] }, sharing), 'resource')).toEqual(here('element-empty'));
  });

  it('has no variables in the old language', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/${aws:username}' };
    expect(problemsOf({ Statement: statement })).toEqual(['version-missing ', 'variable-version /Statement/Resource']);
    expect(problemsOf({ Version: '2008-10-17', Statement: [statement] })).toEqual(['version-old /Version', 'variable-version /Statement/0/Resource']);
  });
});
