import type { PartName } from '../../snapshot/parts.ts';
import { decodeList, decodeMembers, isMembers, memberName, type Members, type Shape } from '../decode/members.ts';
import { flag, text, texts, time, whole } from '../decode/values.ts';
import type { Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import { extentOf, isList, keyOf, listKind, type Kind } from './kind.ts';

interface OneKind {
  call: string;
  part: PartName;
  matches: (value: Members) => boolean;
  decode: (value: Members, draft: Draft) => Members;
}

/** A kind whose part is one value, not a list. */
function oneKind({ call, part, matches, decode }: OneKind): Kind {
  return {
    call,
    matches,
    read: (value, draft) => {
      draft.open(part, extentOf(value));
      draft.add(part, ONLY, decode(value, draft));
    },
  };
}

const passwordPolicy: Shape = {
  members: {
    MinimumPasswordLength: ['minimumPasswordLength', whole],
    RequireSymbols: ['requireSymbols', flag],
    RequireNumbers: ['requireNumbers', flag],
    RequireUppercaseCharacters: ['requireUppercaseCharacters', flag],
    RequireLowercaseCharacters: ['requireLowercaseCharacters', flag],
    AllowUsersToChangePassword: ['allowUsersToChangePassword', flag],
    ExpirePasswords: ['expirePasswords', flag],
    MaxPasswordAge: ['maxPasswordAge', whole],
    PasswordReusePrevention: ['passwordReusePrevention', whole],
    HardExpiry: ['hardExpiry', flag],
  },
};

const samlProvider: Shape = { members: { Arn: ['arn', text], ValidUntil: ['validUntil', time], CreateDate: ['createDate', time] } };
const openIdConnectProvider: Shape = {
  members: {
    Arn: ['arn', text],
    Url: ['url', text],
    ClientIDList: ['clientIdList', texts],
    ThumbprintList: ['thumbprintList', texts],
    CreateDate: ['createDate', time],
  },
};

/** A summary key that is not a number stays away: unknown, never 0. */
function summary(value: Members, draft: Draft): Members {
  const map = isMembers(value['SummaryMap']) ? value['SummaryMap'] : {};
  const whole = Object.entries(map).filter(([, count]) => Number.isSafeInteger(count));
  if (whole.length < Object.keys(map).length) draft.unreadableMember('SummaryMap');
  return Object.fromEntries(whole.map(([name, count]) => [memberName(name), count]));
}

function callerIdentity(value: Members, draft: Draft): Members {
  const account = value['Account'] as string;
  draft.sawAccount(account);
  draft.sawArn(value['Arn']);
  return { account, arn: value['Arn'], ...(typeof value['UserId'] === 'string' ? { userId: value['UserId'] } : {}) };
}

const keyLastUsed: Shape = { members: { LastUsedDate: ['lastUsedDate', time], ServiceName: ['serviceName', text], Region: ['region', text] } };

const serviceEntries = decodeList({
  members: {
    ServiceName: ['serviceName', text],
    ServiceNamespace: ['serviceNamespace', text],
    LastAuthenticated: ['lastAuthenticated', time],
    LastAuthenticatedEntity: ['lastAuthenticatedEntity', text],
    LastAuthenticatedRegion: ['lastAuthenticatedRegion', text],
    TotalAuthenticatedEntities: ['totalAuthenticatedEntities', whole],
  },
});
const lastAccessed: Shape = {
  members: {
    Arn: ['arn', text],
    JobType: ['jobType', text],
    JobCreationDate: ['jobCreationDate', time],
    JobCompletionDate: ['jobCompletionDate', time],
    ServicesLastAccessed: ['servicesLastAccessed', serviceEntries],
  },
  drop: ['JobStatus', 'IsTruncated', 'Marker'],
};

/** An answer has no name of its own: its services and times tell two apart. */
function lastAccessedKey(entry: Members): string | undefined {
  const services = entry['servicesLastAccessed'];
  if (!isList(services) || !services.every((service) => isMembers(service) && typeof service['serviceNamespace'] === 'string')) return undefined;
  return [entry['arn'], entry['jobCreationDate'], entry['jobCompletionDate'], JSON.stringify(services)].join('\n');
}

export const accountKinds: Kind[] = [
  oneKind({
    call: 'sts:GetCallerIdentity',
    part: 'callerIdentity',
    matches: (value) => typeof value['Account'] === 'string' && /^\d{12}$/.test(value['Account']) && typeof value['Arn'] === 'string',
    decode: callerIdentity,
  }),
  oneKind({ call: 'iam:GetAccountSummary', part: 'accountSummary', matches: (value) => isMembers(value['SummaryMap']), decode: summary }),
  oneKind({
    call: 'iam:GetAccountPasswordPolicy',
    part: 'passwordPolicy',
    matches: (value) => isMembers(value['PasswordPolicy']),
    decode: (value, draft) => ({ kind: 'custom', ...decodeMembers(value['PasswordPolicy'] as Members, passwordPolicy, draft) }),
  }),
  listKind({ call: 'iam:ListSAMLProviders', member: 'SAMLProviderList', part: 'samlProviders', shape: samlProvider, key: keyOf('arn') }),
  listKind({
    call: 'iam:ListOpenIDConnectProviders',
    member: 'OpenIDConnectProviderList',
    part: 'openIdConnectProviders',
    shape: openIdConnectProvider,
    key: keyOf('arn'),
  }),
  {
    call: 'iam:ListAccountAliases',
    matches: (value) => isList(value['AccountAliases']),
    read: (value, draft) => {
      draft.open('accountAliases', extentOf(value));
      for (const alias of value['AccountAliases'] as unknown[]) {
        if (typeof alias === 'string') draft.add('accountAliases', alias, { alias });
        else draft.unreadableMember('AccountAliases');
      }
    },
  },
  {
    call: 'iam:GetAccessKeyLastUsed',
    matches: (value) => isMembers(value['AccessKeyLastUsed']) && typeof value['UserName'] === 'string',
    read: (value, draft) => {
      draft.open('accessKeysLastUsed', 'one');
      const used = decodeMembers(value['AccessKeyLastUsed'] as Members, keyLastUsed, draft);
      const entry = { userName: value['UserName'], ...used };
      draft.add('accessKeysLastUsed', JSON.stringify(entry), entry);
    },
  },
  {
    call: 'iam:GetServiceLastAccessedDetails',
    matches: (value) => isList(value['ServicesLastAccessed']),
    read: (value, draft) => {
      const entry = decodeMembers(value, lastAccessed, draft);
      const key = lastAccessedKey(entry);
      draft.open('servicesLastAccessed', key === undefined || extentOf(value) === 'cut' ? 'cut' : 'one');
      if (key !== undefined) draft.add('servicesLastAccessed', key, entry);
    },
  },
  oneKind({
    call: 'iam:ListOrganizationsFeatures',
    part: 'organizationsFeatures',
    matches: (value) => isList(value['EnabledFeatures']) && value['EnabledFeatures'].every((feature) => typeof feature === 'string'),
    decode: (value, draft) =>
      decodeMembers(value, { members: { OrganizationId: ['organizationId', text], EnabledFeatures: ['enabledFeatures', texts] } }, draft),
  }),
];
