import type { PermissionSet, Role, Snapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { RoleSessions } from './role-session.ts';

const account = '111122223333';
const set = (name: string, sessionDuration: string | undefined, accountIds: string[] | null = [account]): PermissionSet => ({
  permissionSetArn: `arn:aws:sso:::permissionSet/ssoins-1/ps-${name}`,
  name,
  ...(sessionDuration === undefined ? {} : { sessionDuration }),
  ...(accountIds === null ? {} : { accountIds }),
});
const role = (roleName: string, path = '/aws-reserved/sso.amazonaws.com/eu-west-1/'): Role =>
  ({ roleName, arn: `arn:aws:iam::${account}:role${path}${roleName}`, maxSessionDuration: 43_200 }) as Partial<Role> as Role;

function sessionOf(roleName: string, ...permissionSets: PermissionSet[]) {
  const snapshot = { account: { id: account }, identityCenter: { permissionSets } } as Partial<Snapshot> as Snapshot;
  return new RoleSessions(snapshot).of(role(roleName), 4);
}

describe('the session of a role of Identity Center', () => {
  it.each([
    ['PT4H', 14_400],
    ['PT12H', 43_200],
    ['PT1H30M', 5400],
    ['PT45M', 2700],
    ['P1D', 86_400],
    ['PT3600S', 3600],
  ])('lasts what its permission set says: %s', (duration, seconds) => {
    expect(sessionOf('AWSReservedSSO_Read_er_0123456789abcdef', set('Other', 'PT1H'), set('Read_er', duration))).toEqual({
      seconds,
      at: '/identityCenter/permissionSets/1/sessionDuration',
    });
  });

  it.each<[string, PermissionSet[]]>([
    ['no set has its name', [set('Read', 'PT1H'), set('Reader_0123456789abcdef', 'PT1H')]],
    ['the set is provisioned elsewhere', [set('Reader', 'PT1H', ['444455556666'])]],
    ['nobody asked where the set is provisioned', [set('Reader', 'PT1H', null)]],
    ['two sets of that name are here', [set('Reader', 'PT1H'), set('Reader', 'PT2H')]],
    ['the set does not say', [set('Reader', undefined)]],
    ['the set says nothing that is a time', [set('Reader', 'P'), set('Other', 'PT1H')]],
  ])('is not known where %s', (_, sets) => {
    expect(sessionOf('AWSReservedSSO_Reader_0123456789abcdef', ...sets)).toBeNull();
  });

  it('is the maximum of the role for every other role, whatever its name', () => {
    const snapshot = { account: { id: account }, identityCenter: { permissionSets: [set('Reader', 'PT1H')] } } as Partial<Snapshot> as Snapshot;
    const own = role('AWSReservedSSO_Reader_0123456789abcdef', '/');
    expect(new RoleSessions(snapshot).of(own, 4)).toEqual({ seconds: 43_200, at: '/roles/4/maxSessionDuration' });
    expect(new RoleSessions(snapshot).of({ ...own, maxSessionDuration: undefined }, 4)).toBeNull();
  });
});
