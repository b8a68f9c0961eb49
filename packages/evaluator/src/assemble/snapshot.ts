import type { AssessedSnapshot } from '@iam-dossier/core/assessment';
import { digestOf } from '@iam-dossier/core/json';
import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';
import type { FactStore } from '../facts/index.ts';

/** What the assessment keeps of a snapshot, so that documents need only the assessment. */
export function assessedSnapshot(account: FactStore): AssessedSnapshot {
  const { snapshot, engagement, asOf } = account.context;
  const digest = digestOf(snapshot);
  const declared = engagement?.accounts.find((entry) => entry.id === snapshot.account.id);
  const root = account.get('rootUser');
  return {
    id: `${snapshot.account.id}-${digest.slice(0, 8)}`,
    digest,
    account: {
      ...snapshot.account,
      aliases: snapshot.accountAliases,
      ...(declared?.name === undefined ? {} : { name: declared.name }),
      ...(declared ? { role: declared.role } : {}),
    },
    collectedAt: snapshot.collectedAt,
    asOf,
    credentialReportGeneratedTime: snapshot.credentialReport?.generatedTime ?? null,
    generator: snapshot.generator,
    parts: snapshot.parts,
    notes: snapshot.notes,
    unknownMembers: snapshot.unknownMembers,
    passwordPolicy: snapshot.passwordPolicy ?? null,
    globalEndpointTokenVersion: snapshot.accountSummary?.['GlobalEndpointTokenVersion'] ?? null,
    rootUser: root.known ? root.value.state : { mfa: 'unknown', accessKeys: 'unknown', password: 'unknown' },
    counts: countsOf(snapshot),
  };
}

/** Numbers only of lists that are whole; the account summary counts where a list is not. */
function countsOf(snapshot: Snapshot): AssessedSnapshot['counts'] {
  const summary = (key: string) => snapshot.accountSummary?.[key];
  const whole = (part: PartName, count: number) => (snapshot.parts[part].status === 'complete' ? count : undefined);
  const custom = snapshot.managedPolicies.filter((policy) => !policy.arn.includes(':iam::aws:')).length;
  return {
    users: summary('Users') ?? whole('userDetails', snapshot.users.length) ?? whole('users', snapshot.users.length) ?? null,
    groups: summary('Groups') ?? whole('groupDetails', snapshot.groups.length) ?? null,
    roles: summary('Roles') ?? whole('roleDetails', snapshot.roles.length) ?? whole('roles', snapshot.roles.length) ?? null,
    customerManagedPolicies: whole('managedPolicies', custom) ?? null,
    samlProviders: whole('samlProviders', snapshot.samlProviders.length) ?? null,
    openIdConnectProviders: whole('openIdConnectProviders', snapshot.openIdConnectProviders.length) ?? null,
  };
}
