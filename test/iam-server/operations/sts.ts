import { AwsError, denied, invalid } from '../error.ts';
import { textParam, type Answer, type Ask, type Handler } from './handler.ts';

/** Starts of what the server gives out, which no output may hold. */
export const sessionSecret = 'testSecretOfAnAssumedRole';
export const sessionToken = 'testSessionTokenOfAnAssumedRole';

function callerIdentity({ served, caller }: Ask): Answer {
  return { output: { Account: served.id, Arn: caller.arn, UserId: caller.userId } };
}

function assumeRole({ params, state, caller }: Ask): Answer {
  const arn = textParam(params, 'RoleArn') ?? '';
  const [, partition, , , account = '', resource = ''] = arn.split(':');
  const served = state.accounts.get(account);
  const role = resource.split('/').at(-1) ?? '';
  const session = textParam(params, 'RoleSessionName') ?? '';
  if (!/^role\/.+/.test(resource)) throw invalid(`${arn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(session)) throw invalid(`Value '${session}' at 'roleSessionName' failed to satisfy constraint`);
  if (!served || !mayAssume(arn, params, state.options.assumable)) throw denied(caller.arn, `sts:AssumeRole on resource: ${arn}`);
  const number = state.nextId();
  const accessKeyId = `ASIATESTSESSION${String(number).padStart(5, '0')}`;
  const userId = `AROATESTROLE000000001:${session}`;
  const assumed = { arn: `arn:${partition}:sts::${account}:assumed-role/${role}/${session}`, userId };
  state.sessions.set(accessKeyId, { served, caller: assumed });
  return {
    output: {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: `${sessionSecret}${number}`,
        SessionToken: `${sessionToken}${number}`,
        Expiration: inAnHour(),
      },
      AssumedRoleUser: { AssumedRoleId: userId, Arn: assumed.arn },
    },
  };
}

function mayAssume(arn: string, params: Ask['params'], assumable: Ask['state']['options']['assumable']): boolean {
  if (!assumable) return true;
  const asked = assumable[arn];
  if (!asked) return false;
  if (params['TokenCode'] !== undefined && asked.mfaCode !== params['TokenCode'])
    throw new AwsError('AccessDenied', 403, 'MultiFactorAuthentication failed with invalid MFA one time pass code.');
  return asked.externalId === textParam(params, 'ExternalId') && asked.mfaCode === textParam(params, 'TokenCode');
}

/** By the clock of the machine, which the SDK goes by. */
function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

/** The token that the test's identity provider gives out. */
export const webIdentityToken = 'tokenOfTheTestsIdentityProvider';

function assumeRoleWithWebIdentity(ask: Ask): Answer {
  if (textParam(ask.params, 'WebIdentityToken') !== webIdentityToken) throw new AwsError('InvalidIdentityToken', 400, 'Incorrect token audience');
  return assumeRole(ask);
}

export const stsHandlers: Readonly<Record<string, Handler>> = {
  GetCallerIdentity: callerIdentity,
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
};
