import { sortedBy } from '../../json/order.ts';
import { decodeList, decodeOne, isMembers, type Members, type ReadMember, type Shape } from './members.ts';
import { document, flag, text, texts, time, whole } from './values.ts';

const tagEntries = decodeList({ members: { Key: ['key', text], Value: ['value', text] } });

const isTag = (tag: unknown) =>
  isMembers(tag) && typeof tag['Key'] === 'string' && (typeof tag['Value'] === 'string' || tag['Value'] === undefined || tag['Value'] === null);

/** A tag without a key makes the list unreadable; one without a value has an empty one. */
const tags: ReadMember = (value, draft) => {
  if (!Array.isArray(value) || !value.every(isTag)) return undefined;
  const entries = tagEntries(value, draft) as { key: string; value?: string }[];
  return sortedBy(
    entries.map((tag) => ({ ...tag, value: tag.value ?? '' })),
    (tag) => tag.key,
  );
};

/** The name an ARN ends with. */
export function nameOfArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

const attachedEntries = decodeList({ members: { PolicyName: ['policyName', text], PolicyArn: ['policyArn', text] } });
const inlineEntries = decodeList({ members: { PolicyName: ['policyName', text], PolicyDocument: ['policyDocument', document] } });

/** AWS gives the lists inside an entity in no order it promises: sorted, two exports of one account are the same. */
function byName<T extends { policyName: string; policyArn?: string }>(entries: T[]): T[] {
  return sortedBy(entries, (entry) => `${entry.policyName}\n${entry.policyArn ?? ''}`);
}

/** Without its ARN an attachment says nothing; its name can be read from the ARN. */
const attached: ReadMember = (value, draft) => {
  const entries = attachedEntries(value, draft) as { policyName?: string; policyArn?: string }[] | undefined;
  return entries?.every((entry) => entry.policyArn !== undefined)
    ? byName(entries.map((entry) => ({ ...entry, policyName: entry.policyName ?? nameOfArn(entry.policyArn ?? '') })))
    : undefined;
};

/** An inline policy without a document is unreadable, not empty. */
const inline: ReadMember = (value, draft) => {
  const entries = inlineEntries(value, draft) as { policyName?: string; policyDocument?: unknown }[] | undefined;
  return entries && byName(entries.map((entry) => ({ ...entry, policyName: entry.policyName ?? '', policyDocument: entry.policyDocument ?? '' })));
};

const boundaryEntry = decodeOne({
  members: { PermissionsBoundaryType: ['permissionsBoundaryType', text], PermissionsBoundaryArn: ['permissionsBoundaryArn', text] },
});
const boundary: ReadMember = (value, draft) => {
  const entry = boundaryEntry(value, draft) as { permissionsBoundaryArn?: string } | undefined;
  return entry?.permissionsBoundaryArn === undefined ? undefined : entry;
};

const identity: Shape['members'] = { Arn: ['arn', text], Path: ['path', text], CreateDate: ['createDate', time] };

export const userShape: Shape = {
  members: {
    ...identity,
    UserName: ['userName', text],
    UserId: ['userId', text],
    PasswordLastUsed: ['passwordLastUsed', time],
    GroupList: ['groupList', (value, draft) => (texts(value, draft) as string[] | undefined)?.toSorted()],
    AttachedManagedPolicies: ['attachedManagedPolicies', attached],
    UserPolicyList: ['userPolicyList', inline],
    PermissionsBoundary: ['permissionsBoundary', boundary],
    Tags: ['tags', tags],
  },
};

export const groupShape: Shape = {
  members: {
    ...identity,
    GroupName: ['groupName', text],
    GroupId: ['groupId', text],
    AttachedManagedPolicies: ['attachedManagedPolicies', attached],
    GroupPolicyList: ['groupPolicyList', inline],
  },
};

/** A list whose entries say nothing without these members: when one lacks one, the list is unreadable. */
function having(required: readonly string[], shape: Shape): ReadMember {
  const read = decodeList(shape);
  return (value, draft) => {
    const entries = read(value, draft) as Members[] | undefined;
    if (!entries?.every((entry) => required.every((name) => entry[name] !== undefined))) return undefined;
    return sortedBy(entries, (entry) => String(entry[required[0] ?? '']));
  };
}

const roleNames: ReadMember = (value) =>
  Array.isArray(value) && value.every((role) => isMembers(role) && typeof role['RoleName'] === 'string')
    ? value.map((role: Record<string, unknown>) => role['RoleName'])
    : undefined;

const instanceProfiles = having(['arn', 'instanceProfileName', 'roleNames'], {
  members: {
    ...identity,
    InstanceProfileName: ['instanceProfileName', text],
    InstanceProfileId: ['instanceProfileId', text],
    Roles: ['roleNames', roleNames],
  },
});

export const roleShape: Shape = {
  members: {
    ...identity,
    RoleName: ['roleName', text],
    RoleId: ['roleId', text],
    AssumeRolePolicyDocument: ['assumeRolePolicyDocument', document],
    AttachedManagedPolicies: ['attachedManagedPolicies', attached],
    RolePolicyList: ['rolePolicyList', inline],
    InstanceProfileList: ['instanceProfileList', instanceProfiles],
    PermissionsBoundary: ['permissionsBoundary', boundary],
    RoleLastUsed: ['roleLastUsed', decodeOne({ members: { LastUsedDate: ['lastUsedDate', time], Region: ['region', text] } })],
    Tags: ['tags', tags],
    Description: ['description', text],
    MaxSessionDuration: ['maxSessionDuration', whole],
  },
};

export const policyVersionShape: Shape = {
  members: {
    VersionId: ['versionId', text],
    IsDefaultVersion: ['isDefaultVersion', flag],
    CreateDate: ['createDate', time],
    Document: ['document', document],
  },
};
const versions = having(['versionId', 'isDefaultVersion'], policyVersionShape);

export const managedPolicyShape: Shape = {
  members: {
    ...identity,
    PolicyName: ['policyName', text],
    PolicyId: ['policyId', text],
    DefaultVersionId: ['defaultVersionId', text],
    AttachmentCount: ['attachmentCount', whole],
    PermissionsBoundaryUsageCount: ['permissionsBoundaryUsageCount', whole],
    IsAttachable: ['isAttachable', flag],
    Description: ['description', text],
    UpdateDate: ['updateDate', time],
    PolicyVersionList: ['policyVersionList', versions],
    Tags: ['tags', tags],
  },
};

export const tagsMember = tags;
