import { expect } from 'vitest';
import { snapshotSchema, type Snapshot } from '../snapshot/index.ts';
import { importSources } from './import.ts';
import type { ImportOptions, ImportSource } from './source.ts';

export const ACCOUNT = '111122223333';
export const arnOf = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`;
export const caller = { UserId: 'AIDA1', Account: ACCOUNT, Arn: arnOf('user/auditor') };

/** A file with this content: text and bytes as they are, anything else as JSON. */
export function file(name: string, content: unknown): ImportSource {
  if (content instanceof Uint8Array) return { name, bytes: content };
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 4);
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The snapshot of the caller's account from these contents, in files whose names say nothing. It must fit its contract. */
export function imported(contents: readonly unknown[], options?: ImportOptions): Snapshot {
  const snapshot = importSources(
    [caller, ...contents].map((content, index) => file(`f${index}`, content)),
    options,
  );
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  return snapshot;
}

export function codesOf(snapshot: Snapshot): string[] {
  return snapshot.notes.map((note) => note.code);
}

/** What a user's details hold at least. */
export function userDetail(name: string, members: object = {}): object {
  return { UserName: name, UserId: `AIDA-${name}`, Arn: arnOf(`user/${name}`), Path: '/', GroupList: [], AttachedManagedPolicies: [], ...members };
}

export function details(users: object[], more: object = {}): object {
  return { UserDetailList: users, GroupDetailList: [], RoleDetailList: [], Policies: [], ...more };
}

/** The credential report's header as AWS writes it today. */
export const reportHeader =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
export const anaRow = `ana,${arnOf('user/ana')},2026-01-02T03:04:05+00:00,true,2026-09-30T10:00:00+00:00,2026-01-02T03:04:05+00:00,N/A,true,true,2026-01-02T03:04:05+00:00,2026-09-30T09:00:00+00:00,us-east-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;
export const rootRow = `<root_account>,${arnOf('root')},2021-05-18T15:02:44+00:00,not_supported,no_information,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;
export const reportText = [reportHeader, rootRow, anaRow].join('\n');
