import { DossierError } from '../../errors/index.ts';
import type { CollectCredentials } from '../options.ts';

/** What credentials are fetched with, where that takes a call: a role, SSO, web identity. */
interface Surroundings {
  region: string;
  endpoint?: string;
}

export type Provider = () => Promise<{ expiration?: Date }>;

/** AWS's standard chain, and the role on top of it where one is named. The SDK renews what expires. */
export async function credentialProvider(wanted: CollectCredentials, surroundings: Surroundings): Promise<Provider> {
  const { fromNodeProviderChain, fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const { profile, roleArn, externalId, sessionName = 'iam-dossier', mfaSerial, mfaCode } = wanted;
  const mfa = mfaCode === undefined ? {} : { mfaCodeProvider: mfaCode };
  const chain = fromNodeProviderChain({ ...(profile === undefined ? {} : { profile }), ...mfa, logger: silent, clientConfig: surroundings });
  if (roleArn === undefined) return shared(chain);
  const assumed = fromTemporaryCredentials({
    masterCredentials: chain,
    params: {
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
      ...(mfaSerial === undefined ? {} : { SerialNumber: mfaSerial }),
    },
    ...mfa,
    clientConfig: surroundings,
  });
  return shared(assumed);
}

const nothing = () => undefined;
/** Without it, the SDK gives its advice on the console, in the middle of what is ours. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** As long before they expire as the SDK asks for others. */
const EARLY = 300_000;

/** One set of credentials for all clients: each would take on the role by itself, and a code of MFA serves once. */
function shared(provider: Provider): Provider {
  let current: ReturnType<Provider> | undefined;
  const renew = () => {
    const asked = provider();
    current = asked;
    asked.catch(() => {
      if (current === asked) current = undefined;
    });
    return asked;
  };
  return async () => {
    const before = current;
    if (before === undefined) return renew();
    const { expiration } = await before;
    const fresh = expiration === undefined || expiration.getTime() - Date.now() > EARLY;
    return fresh || current !== before ? (current ?? renew()) : renew();
  };
}

/** Fetches credentials once, before twenty calls do so side by side. @throws DossierError `collect-no-credentials` */
export async function checkCredentials(provider: Provider, { roleArn, profile }: CollectCredentials): Promise<void> {
  try {
    await provider();
  } catch (cause) {
    const whose =
      roleArn === undefined ? (profile === undefined ? 'AWS credentials' : `credentials of profile ${profile}`) : `credentials of ${roleArn}`;
    throw new DossierError('collect-no-credentials', `no ${whose} could be had: ${reasonOf(cause)}`, { cause });
  }
}

/** The first line: what follows it is the SDK's advice to developers. */
function reasonOf(cause: unknown): string {
  const { message, name } = (cause ?? {}) as { message?: unknown; name?: unknown };
  const [line = ''] = (typeof message === 'string' ? message : '').split('\n');
  return line === '' ? String(name) : line.slice(0, 300);
}
