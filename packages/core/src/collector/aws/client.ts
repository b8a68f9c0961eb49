import { generator } from '../../generator.ts';
import type { CallName, Service } from '../calls/index.ts';

/** What is used of an SDK client, whatever its service. */
export interface AwsClient {
  send: (command: object, options: { abortSignal: AbortSignal }) => Promise<object>;
  destroy: () => void;
  config: { region: () => Promise<string> };
  middlewareStack: { add: (middleware: Middleware, options: { step: 'deserialize'; priority: 'high'; name: string }) => void };
}

type Middleware = (next: (args: object) => Promise<Handled>) => (args: object) => Promise<Handled>;
interface Handled {
  response?: unknown;
  output: object;
}

/** How clients of all services are set up. */
export interface ClientSettings {
  region?: string;
  endpoint?: string;
  profile?: string;
  credentials?: () => Promise<object>;
  connect: number;
  answer: number;
}

const modules: Readonly<Record<Service, { load: () => Promise<object>; client: string }>> = {
  'sts': { load: () => import('@aws-sdk/client-sts'), client: 'STSClient' },
  'iam': { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  'account': { load: () => import('@aws-sdk/client-account'), client: 'AccountClient' },
  'organizations': { load: () => import('@aws-sdk/client-organizations'), client: 'OrganizationsClient' },
  'sso-admin': { load: () => import('@aws-sdk/client-sso-admin'), client: 'SSOAdminClient' },
  'identitystore': { load: () => import('@aws-sdk/client-identitystore'), client: 'IdentitystoreClient' },
};

/** The client of a service. Its module is loaded here, and not before. */
export async function openClient(service: Service, settings: ClientSettings): Promise<AwsClient> {
  const { load, client } = modules[service];
  const module = (await load()) as Readonly<Record<string, unknown>>;
  const Client = module[client] as new (config: object) => AwsClient;
  const opened = new Client(configOf(settings));
  opened.middlewareStack.add(keepTime, { step: 'deserialize', priority: 'high', name: 'keepTimeOfAnswer' });
  return opened;
}

/** The command of a call, with its parameters. */
export async function commandOf(call: CallName, input: object): Promise<object> {
  const [service, operation] = call.split(':') as [Service, string];
  const module = (await modules[service].load()) as Readonly<Record<string, unknown>>;
  const Command = module[`${operation}Command`] as (new (input: object) => object) | undefined;
  if (Command === undefined) throw new TypeError(`the SDK has no ${call}`);
  return new Command(input);
}

/** Without `info`: with it, the SDK makes a copy of each answer for the log. */
const silent = { trace: nothing, debug: nothing, warn: nothing, error: nothing };

/** Attempts are counted and told by us, so the SDK makes one. */
function configOf({ connect, answer, ...settings }: ClientSettings): object {
  return {
    ...settings,
    maxAttempts: 1,
    customUserAgent: `${generator.name}/${generator.version}`,
    logger: silent,
    requestHandler: { connectionTimeout: connect, requestTimeout: answer, socketTimeout: answer, throwOnRequestTimeout: true, logger: silent },
  };
}

function nothing(): void {
  // What the SDK logs is told by events, in our words.
}

const times = new WeakMap<object, string>();

const keepTime: Middleware = (next) => async (args) => {
  const handled = await next(args);
  const date = headerOf(handled.response, 'date');
  if (date !== undefined) times.set(handled.output, date);
  return handled;
};

/** The `Date` header of an answer: AWS's own time. */
export function timeHeaderOf(output: object): string | undefined {
  return times.get(output);
}

function headerOf(response: unknown, name: string): string | undefined {
  const { headers } = (response ?? {}) as { headers?: Readonly<Record<string, string>> };
  return headers?.[name];
}
