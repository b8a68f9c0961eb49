import type { PartName } from '../../snapshot/parts.ts';
import { decodeMembers, inOrder, isMembers, memberName, type Members, type Shape } from '../decode/members.ts';
import { flag, text, texts, time, whole } from '../decode/values.ts';
import type { Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import { extentOf, isList, type Kind } from './kind.ts';
import { serviceLastAccessed, serviceLastAccessedStart } from './last-accessed.ts';

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
      const key = value['AccessKeyId'];
      const entry = inOrder({ userName: value['UserName'], ...(typeof key === 'string' && key !== '' ? { accessKeyId: key } : {}), ...used });
      draft.add('accessKeysLastUsed', JSON.stringify(entry), entry);
    },
  },
  serviceLastAccessedStart,
  serviceLastAccessed,
  oneKind({
    call: 'iam:ListOrganizationsFeatures',
    part: 'organizationsFeatures',
    matches: (value) => isList(value['EnabledFeatures']) && value['EnabledFeatures'].every((feature) => typeof feature === 'string'),
    decode: (value, draft) =>
      decodeMembers(value, { members: { OrganizationId: ['organizationId', text], EnabledFeatures: ['enabledFeatures', texts] } }, draft),
  }),
];
