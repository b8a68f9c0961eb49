import { describe, expect, it } from 'vitest';
import { codesOf, details, imported, userDetail } from './importing.test-helper.ts';

const asked = (...everyUser: unknown[]) => ({ format: 'iam-dossier.export', formatVersion: 1, collectedAt: '2026-10-05T14:20:00Z', everyUser });
const users = details([userDetail('ana'), userDetail('ben')]);
const counted = { SummaryMap: { Users: 2 } };
const key = (UserName: string) => ({ UserName, SSHPublicKeyId: `APKA-${UserName}`, Status: 'Active', UploadDate: '2026-09-01T10:00:00Z' });
const keys = (...SSHPublicKeys: object[]) => ({ SSHPublicKeys });
const credentials = (...ServiceSpecificCredentials: object[]) => ({ ServiceSpecificCredentials });
const ssh = 'iam:ListSSHPublicKeys';
const services = 'iam:ListServiceSpecificCredentials';
const partOf = (part: 'sshPublicKeys' | 'serviceSpecificCredentials' | 'mfaDevices', ...answers: unknown[]) => {
  const { status, reason } = imported([users, counted, ...answers]).parts[part];
  return [status, reason];
};
const oneEach = 'each answer is about one principal; nothing says that all were asked';

describe('a call that was made for every user', () => {
  it('gives a whole list, when the export says so and there is an answer for each', () => {
    expect(partOf('sshPublicKeys', asked(ssh), keys(key('ana')), keys())).toEqual(['complete', undefined]);
    expect(partOf('sshPublicKeys', keys(key('ana')), keys())).toEqual(['partial', oneEach]);
    expect(partOf('sshPublicKeys', asked(services), keys(key('ana')), keys())).toEqual(['partial', oneEach]);
  });

  it('gives none when an answer is not there, was cut, or was refused', () => {
    expect(partOf('sshPublicKeys', asked(ssh), keys(key('ana')))).toEqual(['partial', '1 answer is here for 2 users']);
    expect(partOf('sshPublicKeys', asked(ssh), keys(), { ...keys(), IsTruncated: true, Marker: 'more' })[0]).toBe('partial');
    expect(partOf('sshPublicKeys', keys(), { ...keys(), IsTruncated: true, Marker: 'more' })[0]).toBe('partial');
    const refusal = 'An error occurred (AccessDenied) when calling the ListSSHPublicKeys operation: not authorized';
    expect(partOf('sshPublicKeys', asked(ssh), keys(), keys(), refusal)[0]).toBe('partial');
    expect(partOf('sshPublicKeys', asked(ssh))[0]).toBe('missing');
  });

  it('may have one answer for all users, of service-specific credentials alone', () => {
    expect(partOf('serviceSpecificCredentials', asked(services), credentials())).toEqual(['complete', undefined]);
    expect(partOf('mfaDevices', asked('iam:ListMFADevices'), { MFADevices: [] })[0]).toBe('partial');
  });

  it.each([['iam:ListUsers'], ['ListSSHPublicKeys'], [7]])('cannot be %j', (call) => {
    const snapshot = imported([users, counted, asked(ssh, call), keys(), keys()]);
    expect([codesOf(snapshot), snapshot.parts.sshPublicKeys.status]).toEqual([['broken-manifest'], 'complete']);
  });

  it('is told in a list', () => {
    const snapshot = imported([{ ...asked(), everyUser: ssh }, users, counted, keys(), keys()]);
    expect([codesOf(snapshot), snapshot.parts.sshPublicKeys.status]).toEqual([['broken-manifest'], 'partial']);
  });
});
