import * as iam from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { everythingOf } from './account/everything.ts';
import { refusalOf, sender } from './client.test-helper.ts';
import { startIamServer, type IamServer } from './index.ts';
import { operationsOf } from './protocol/schemas.ts';

const full = everythingOf(makeAccount(sizes.small));
let server: IamServer;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  server = await startIamServer({
    snapshot: {
      ...full,
      parts: { ...full.parts, users: { status: 'denied', code: 'AccessDenied', sources: [] }, passwordPolicy: { status: 'missing', sources: [] } },
    },
    unsupported: ['ListServerCertificates', 'ListRoles.MaxItems'],
  });
  send = sender(server.url);
});
beforeEach(() => server.reset());
afterAll(() => server.close());

/** A form as it stands, which no SDK would send. */
async function post(
  body: string,
  headers: Record<string, string> = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIATEST/20261001/us-east-1/iam/aws4_request' },
) {
  const response = await fetch(server.url, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('what AWS would refuse', () => {
  it.each([
    ['a parameter that there is not', 'Action=ListUsers&Version=2010-05-08&MaxItms=3', 400, 'ValidationError'],
    ['a number that is none', 'Action=ListUsers&Version=2010-05-08&MaxItems=many', 400, 'ValidationError'],
    ['a flag that is none', 'Action=ListServiceSpecificCredentials&Version=2010-05-08&AllUsers=yes', 400, 'ValidationError'],
    ['a value that there is not', 'Action=GetAccountAuthorizationDetails&Version=2010-05-08&Filter.member.1=Users', 400, 'ValidationError'],
    [
      'a second value that there is not',
      'Action=GetAccountAuthorizationDetails&Version=2010-05-08&Filter.member.1=User&Filter.member.2=x',
      400,
      'ValidationError',
    ],
    ['a list with a gap', 'Action=GetAccountAuthorizationDetails&Version=2010-05-08&Filter.member.2=User', 400, 'ValidationError'],
    ['the absence of what is required', 'Action=GetOpenIDConnectProvider&Version=2010-05-08', 400, 'ValidationError'],
    ['an operation that there is not', 'Action=ListEverything&Version=2010-05-08', 400, 'InvalidAction'],
    ['no operation', '', 400, 'InvalidAction'],
    ['an operation under another version', 'Action=ListUsers&Version=2011-06-15', 400, 'InvalidAction'],
  ])('is %s', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<Code>${code}</Code>`);
    expect(answer.headers.get('x-amzn-requestid')).toBe(server.calls[0]?.requestId);
  });

  it('is a request that nobody signed', async () => {
    expect((await post('Action=ListUsers&Version=2010-05-08', {})).text).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  it.each([
    ['iam:ListAccessKeys', { UserName: 'nobody' }, 'NoSuchEntityException 404'],
    ['iam:GetAccessKeyLastUsed', { AccessKeyId: 'AKIANOBODY0000000000' }, 'NoSuchEntityException 404'],
    ['iam:GetUser', {}, 'AccessDenied 403'],
    ['iam:ListServerCertificates', {}, 'InvalidAction 400'],
    ['iam:ListRoles', { MaxItems: 10 }, 'ValidationError 400'],
    ['iam:ListRoles', {}, 'no refusal'],
    ['iam:ListUsers', {}, 'AccessDenied 403'],
    ['iam:GetAccountPasswordPolicy', {}, 'AccessDenied 403'],
    ['iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: 'arn:aws:iam::111122223333:oidc-provider/none' }, 'NoSuchEntityException 404'],
    ['account:GetAlternateContact', { AlternateContactType: 'BILLING' }, 'ResourceNotFoundException 404'],
    ['account:GetAlternateContact', { AlternateContactType: 'FRIEND' }, 'ValidationException 400'],
    ['organizations:DescribePolicy', { PolicyId: 'p-none' }, 'PolicyNotFoundException 400'],
    ['sso-admin:ListPermissionSets', { InstanceArn: 'arn:aws:sso:::instance/ssoins-none' }, 'ResourceNotFoundException 400'],
    ['identitystore:DescribeUser', { IdentityStoreId: 'd-none', UserId: 'u-1' }, 'ResourceNotFoundException 400'],
  ])('%s %j: %s', async (call, input, refusal) => {
    expect(await refusalOf(send(call, input))).toBe(refusal);
  });

  const writes = [...operationsOf(iam).keys()].filter((name) => !/^(Get|List|Simulate|Generate)/.test(name));
  it.each(writes)('and nothing is ever changed: %s', async (operation) => {
    expect((await post(`Action=${operation}&Version=2010-05-08`)).status).toBe(403);
    expect(server.writes.map((call) => call.operation)).toEqual([operation]);
  });

  it('knows what IAM knows', () => {
    expect(writes.length).toBeGreaterThan(100);
  });
});

describe('what is recorded', () => {
  it('are calls with their parameters, status and time', async () => {
    await send('iam:GetAccountAuthorizationDetails', { Filter: ['User', 'Role'], MaxItems: 5 });
    await refusalOf(send('iam:ListUsers'));
    const params = { Filter: ['User', 'Role'], MaxItems: 5 };
    expect(server.calls).toMatchObject([
      { service: 'iam', operation: 'GetAccountAuthorizationDetails', status: 200, params },
      { service: 'iam', operation: 'ListUsers', status: 403, params: {} },
    ]);
    expect(server.calls[1]?.at).toBeGreaterThan(server.calls[0]?.at ?? Infinity);
    expect(server.writes).toEqual([]);
  });
});
