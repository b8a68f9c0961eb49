import { subjectTypes, type Subject, type SubjectType } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { compareText, pointer } from '@iam-dossier/core/json';
import { ROOT_ROW_NAME, type Snapshot } from '@iam-dossier/core/snapshot';
import type { IndexedSubject } from './context.ts';
import { isInScope, partyOf } from './party.ts';
import { policyTypeOf } from './policy-type.ts';

/** Every subject of the snapshots, in the order of the assessment. `everybody`: in scope whatever the engagement leaves out. */
export function listSubjects(snapshots: readonly Snapshot[], engagement: Engagement | undefined, everybody = false): IndexedSubject[] {
  const subjects = snapshots.flatMap((snapshot, position) => subjectsOf(snapshot, position, engagement, everybody).sort(inOrder));
  return subjects.map((subject, index) => ({ ...subject, index }));
}

const ranks = Object.fromEntries(subjectTypes.map((type, rank) => [type, rank])) as Record<SubjectType, number>;

function inOrder(a: Subject, b: Subject): number {
  const types = ranks[a.type] - ranks[b.type];
  return types || compareText(a.arn, b.arn) || compareText(a.uniqueId ?? '', b.uniqueId ?? '');
}

function subjectsOf(snapshot: Snapshot, position: number, engagement: Engagement | undefined, everybody: boolean): Subject[] {
  const { id, partition } = snapshot.account;
  const at = (...path: (string | number)[]) => ({ snapshot: position, path: pointer(...path) });
  const whole = { party: 'undeclared', inScope: true } as const;
  const principal = (type: SubjectType, name: string, arn: string, uniqueId: string | undefined, path: (string | number)[]): Subject => {
    const party = partyOf(arn, engagement);
    const inScope = everybody ? party !== 'aws' : isInScope(arn, party, engagement);
    return { type, name, arn, ...(uniqueId === undefined ? {} : { uniqueId }), pointer: at(...path), party, inScope };
  };
  /** Something of the account that is no principal. */
  const thing = (type: SubjectType, name: string, arn: string, uniqueId: string | undefined, path: (string | number)[]): Subject => {
    return { type, name, arn, ...(uniqueId === undefined ? {} : { uniqueId }), pointer: at(...path), ...whole };
  };
  return [
    { type: 'account', name: id, arn: `arn:${partition}:account::${id}:account`, pointer: at('account'), ...whole },
    { type: 'rootUser', name: ROOT_ROW_NAME, arn: `arn:${partition}:iam::${id}:root`, pointer: rootPointer(snapshot, position), ...whole },
    ...snapshot.users.map((user, index) => principal('user', user.userName, user.arn, user.userId, ['users', index])),
    ...reportOnly(snapshot).map(({ name, arn, index }) => principal('user', name, arn, undefined, ['credentialReport', 'rows', index])),
    ...snapshot.roles.map((role, index) => principal('role', role.roleName, role.arn, role.roleId, ['roles', index])),
    ...snapshot.groups.map((group, index) => principal('group', group.groupName, group.arn, group.groupId, ['groups', index])),
    ...snapshot.managedPolicies.flatMap(({ arn, policyName, policyId }, index) =>
      policyTypeOf(arn) === 'customerManaged' ? [thing('managedPolicy', policyName, arn, policyId, ['managedPolicies', index])] : [],
    ),
    ...snapshot.samlProviders.map(({ arn }, index) => thing('samlProvider', nameOf(arn), arn, undefined, ['samlProviders', index])),
    ...snapshot.serverCertificates.map(({ arn, serverCertificateName, serverCertificateId }, index) =>
      thing('serverCertificate', serverCertificateName, arn, serverCertificateId, ['serverCertificates', index]),
    ),
  ];
}

/** The name an ARN ends with. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function rootPointer(snapshot: Snapshot, position: number) {
  const row = snapshot.credentialReport?.rows.findIndex((entry) => entry.user === ROOT_ROW_NAME) ?? -1;
  return { snapshot: position, path: row < 0 ? pointer('accountSummary') : pointer('credentialReport', 'rows', row) };
}

/** Users that only the credential report knows. A report without ARNs still names them. */
function reportOnly(snapshot: Snapshot): { name: string; arn: string; index: number }[] {
  const names = new Set(snapshot.users.map((user) => user.userName));
  const { id, partition } = snapshot.account;
  return (snapshot.credentialReport?.rows ?? []).flatMap((row, index) =>
    row.user === ROOT_ROW_NAME || names.has(row.user)
      ? []
      : [{ name: row.user, arn: row.arn ?? `arn:${partition}:iam::${id}:user/${row.user}`, index }],
  );
}
