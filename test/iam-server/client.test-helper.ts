import * as account from '@aws-sdk/client-account';
import * as iam from '@aws-sdk/client-iam';
import * as identityStore from '@aws-sdk/client-identitystore';
import * as organizations from '@aws-sdk/client-organizations';
import * as ssoAdmin from '@aws-sdk/client-sso-admin';
import * as sts from '@aws-sdk/client-sts';

type Answer = Record<string, unknown>;
type Send = (call: string, input?: Record<string, unknown>) => Promise<Answer>;
interface SdkClient {
  send: (command: object, options?: { abortSignal: AbortSignal }) => Promise<Answer>;
}

const modules: Readonly<Record<string, readonly [object, string]>> = {
  'iam': [iam, 'IAMClient'],
  'sts': [sts, 'STSClient'],
  'account': [account, 'AccountClient'],
  'organizations': [organizations, 'OrganizationsClient'],
  'sso-admin': [ssoAdmin, 'SSOAdminClient'],
  'identitystore': [identityStore, 'IdentitystoreClient'],
};

export const keys = { accessKeyId: 'AKIATEST', secretAccessKey: 'secretOfTheTest' };

/** Sends a call by its name, such as `iam:ListUsers`, with the real SDK; an answer comes back without its metadata. */
export function sender(url: string, options: { maxAttempts?: number; credentials?: object; timeout?: number } = {}): Send {
  const { timeout = 5000, ...rest } = options;
  return async (call, input = {}) => {
    const [service = '', operation = ''] = call.split(':');
    const [module, client] = modules[service] ?? [{}, ''];
    const named = module as Record<string, new (value: object) => object>;
    const Client = named[client] as unknown as new (config: object) => SdkClient;
    const Command = named[`${operation}Command`];
    if (!Command) throw new Error(`the SDK has no ${call}`);
    const sdk = new Client({ endpoint: url, region: 'us-east-1', credentials: keys, maxAttempts: 1, ...rest });
    const { $metadata: _, ...answer } = await sdk.send(new Command(input), { abortSignal: AbortSignal.timeout(timeout) });
    return answer;
  };
}

/** Code and status of the refusal that a call meets; a call that goes well is told as such. */
export async function refusalOf(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
    return 'no refusal';
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return `${name} ${$metadata?.httpStatusCode ?? 'without status'}`;
  }
}

/** All pages of a list, by its member of the answer. */
export async function allPages(send: Send, call: string, list: string, input: Record<string, unknown> = {}): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  for (let token: unknown; ;) {
    const answer = await send(call, token === undefined ? input : { ...input, [call.startsWith('iam:') ? 'Marker' : 'NextToken']: token });
    pages.push(answer[list] as unknown[]);
    token = answer['Marker'] ?? answer['NextToken'];
    if (token === undefined) return pages;
  }
}
