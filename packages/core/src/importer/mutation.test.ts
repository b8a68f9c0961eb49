import { describe, expect, it } from 'vitest';
import { DossierError } from '../errors/index.ts';
import { readSnapshot } from '../snapshot/index.ts';
import { importSources } from './import.ts';
import { arnOf, caller, details, file, userDetail } from './importing.test-helper.ts';

const document = { Version: '2012-10-17', Statement: [] };
const named = { PolicyName: 'p', PolicyArn: arnOf('policy/p') };
const role = {
  RoleName: 'r',
  RoleId: 'AROA1',
  Arn: arnOf('role/r'),
  Path: '/',
  CreateDate: '2026-01-01T00:00:00Z',
  AssumeRolePolicyDocument: document,
  InstanceProfileList: [{ InstanceProfileName: 'i', Arn: arnOf('instance-profile/i'), InstanceProfileId: 'AIPA1', Roles: [{ RoleName: 'r' }] }],
  RolePolicyList: [{ PolicyName: 'own', PolicyDocument: document }],
  AttachedManagedPolicies: [named],
  PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arnOf('policy/p') },
  RoleLastUsed: { LastUsedDate: '2026-01-01T00:00:00Z' },
  Tags: [{ Key: 'k', Value: 'v' }],
};
const policy = {
  PolicyName: 'p',
  Arn: arnOf('policy/p'),
  AttachmentCount: 1,
  PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document }],
};
const answers: object[] = [
  details([userDetail('ana', { AttachedManagedPolicies: [named] })], {
    RoleDetailList: [role],
    Policies: [policy],
    GroupDetailList: [{ GroupName: 'g', Arn: arnOf('group/g'), GroupPolicyList: [] }],
  }),
  { SummaryMap: { Users: 1 } },
  { PasswordPolicy: { MinimumPasswordLength: 14, RequireSymbols: true } },
  { VirtualMFADevices: [{ SerialNumber: arnOf('mfa/x'), EnableDate: '2026-01-01T00:00:00Z', User: { Arn: arnOf('user/ana'), UserName: 'ana' } }] },
  { AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIA1', Status: 'Active' }] },
  { UserName: 'ana', AccessKeyLastUsed: { LastUsedDate: '2026-01-01T00:00:00Z', ServiceName: 's3', Region: 'N/A' } },
  { SAMLProviderList: [{ Arn: arnOf('saml-provider/x') }] },
  { ServicesLastAccessed: [{ ServiceNamespace: 'iam', ServiceName: 'IAM', TotalAuthenticatedEntities: 1 }], JobStatus: 'COMPLETED' },
  { OrganizationId: 'o-1', EnabledFeatures: ['RootSessions'] },
  { AlternateContact: { AlternateContactType: 'BILLING' } },
  { ServiceSpecificCredentials: [{ UserName: 'ana', ServiceSpecificCredentialId: 'ACCA1', Status: 'Active' }] },
  { ServerCertificateMetadataList: [{ ServerCertificateName: 's', Arn: arnOf('server-certificate/s') }] },
];

type Path = (string | number)[];
const foreign: unknown[] = [undefined, null, 7, true, 'text', '', [], {}, [null], { Unknown: 1 }];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return path.length > 0 ? [path] : [];
  const below = Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, Array.isArray(value) ? Number(key) : key]));
  return path.length > 0 ? [path, ...below] : below;
}

/** A copy with the value at the path replaced, or one member more beside it. */
function changed(answer: object, path: Path, value: unknown): object {
  const copy = structuredClone(answer);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined && !Array.isArray(at)) delete at[last];
  else at[last] = value ?? null;
  return copy;
}

function outcome(content: object): string {
  try {
    readSnapshot(importSources([file('caller', caller), file('changed', content)]));
    return 'read';
  } catch (error) {
    return error instanceof DossierError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('answers that are not quite what AWS gives', () => {
  it.each(answers.map((answer) => [Object.keys(answer).join(' '), answer] as const))(
    '%s: any member replaced or left out is read or told, never a broken snapshot',
    (_, answer) => {
      const broken = pathsOf(answer).flatMap((path) =>
        foreign.map((value) => [path.join('.'), JSON.stringify(value), outcome(changed(answer, path, value))]),
      );
      expect(broken.length).toBeGreaterThan(9);
      expect(broken.filter(([, , result]) => result !== 'read' && !result?.startsWith('accounts-mixed'))).toEqual([]);
    },
  );

  it.each(answers.map((answer) => [Object.keys(answer).join(' '), answer] as const))('%s: a member that AWS adds tomorrow is kept', (_, answer) => {
    const places = pathsOf(answer).filter((path) => typeof path.at(-1) === 'string');
    const added = places.map((path) => outcome(changed(answer, [...path.slice(0, -1), 'AddedTomorrow'], { New: true })));
    expect(added.filter((result) => result !== 'read')).toEqual([]);
  });
});
