import { join } from 'node:path';
import type { CollectCredentials, Include } from '@iam-dossier/core/collector';
import type { Engagement, EngagementAccount } from '@iam-dossier/core/engagement';
import { digestOf } from '@iam-dossier/core/json';
import { usageError } from '../flags/usage.ts';
import type { Scope } from './wishes.ts';

/** Flags that say whose account is read, and where it goes. */
export interface TargetFlags {
  'output'?: string;
  'store'?: string;
  'profile'?: string;
  'role-arn'?: string;
  'external-id'?: string;
  'session-name'?: string;
  'mfa-serial'?: string;
  'region'?: string;
  'endpoint-url'?: string;
}

/** One account to be read. */
export interface Target extends Scope {
  /** Its id, where the engagement says it. */
  account?: string;
  /** What it is called until its id is known. */
  label: string;
  credentials: CollectCredentials;
  region?: string;
  endpoint?: string;
  output?: string;
  /** Keeps what is complete until the snapshot is written. */
  journal: string;
}

/** @throws DossierError `usage` */
export function targetsOf(flags: TargetFlags, scope: Scope, engagement: Engagement | undefined): Target[] {
  if (flags['external-id'] !== undefined && flags['role-arn'] === undefined)
    throw usageError('collect', '--external-id goes with --role-arn: it is told when the role is taken on');
  if (!engagement) return [target(flags, scope)];
  const several = engagement.accounts.length > 1;
  if (several && flags.output !== undefined && /\.(json|gz)$/i.test(flags.output))
    throw usageError('collect', `${flags.output} names one file, and the engagement has ${engagement.accounts.length} accounts: name a folder`);
  const ids = engagement.accounts.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw usageError('collect', `the engagement names account ${twice} twice: leave one entry`);
  return engagement.accounts.map((account) => target(flags, scope, account, several));
}

function target(flags: TargetFlags, scope: Scope, account?: EngagementAccount, several = false): Target {
  const { collect = {}, id } = account ?? {};
  const region = collect.region ?? flags.region;
  const endpoint = flags['endpoint-url'];
  const credentials = credentialsOf(flags, collect);
  const output = flags.output !== undefined && several ? join(flags.output, `${id}.snapshot.json`) : flags.output;
  const whose = id ?? digestOf({ ...credentials, endpoint: endpoint ?? null }).slice(0, 8);
  return {
    ...(id === undefined ? {} : { account: id }),
    label: id ?? credentials.roleArn?.split(':')[4] ?? credentials.profile ?? 'the account',
    depth: scope.depth,
    include: includeOf(scope.include, account),
    credentials,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(output === undefined ? {} : { output }),
    journal: output === undefined ? join(flags.store ?? '.', `.collect-${whose}.journal`) : `${output}.journal`,
  };
}

/** What the engagement says of an account holds; the flags for the rest. An external id belongs to its role. */
function credentialsOf(flags: TargetFlags, collect: NonNullable<EngagementAccount['collect']>): CollectCredentials {
  const profile = collect.profile ?? flags.profile;
  const roleArn = collect.roleArn ?? flags['role-arn'];
  const externalId = collect.roleArn === undefined ? flags['external-id'] : collect.externalId;
  const { 'session-name': sessionName, 'mfa-serial': mfaSerial } = flags;
  const given = { profile, roleArn, externalId, sessionName, mfaSerial };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The organization is seen from its management account, Identity Center from there and from the account that was given it. */
function includeOf(include: readonly Include[], account: EngagementAccount | undefined): Include[] {
  const more: readonly Include[] =
    account?.role === 'management' ? ['organization', 'identityCenter'] : account?.role === 'identity' ? ['identityCenter'] : [];
  return [...new Set([...include, ...more])].sort();
}
