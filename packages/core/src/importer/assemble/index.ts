import { DossierError } from '../../errors/index.ts';
import { generator } from '../../generator.ts';
import { canonicalJson } from '../../json/canonical.ts';
import { compareText, sortedBy } from '../../json/order.ts';
import { partNames, type Parts } from '../../snapshot/parts.ts';
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION, type Snapshot } from '../../snapshot/snapshot.ts';
import { joinReportRows } from '../credential-report/join.ts';
import type { Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import type { ImportOptions } from '../source.ts';
import { accountOf, collectedAt } from './account.ts';
import { confirmParts } from './confirm.ts';
import { entriesOf, joinedEntries, values } from './entities.ts';
import { describePart } from './part.ts';
import { joinNested } from './nested-members.ts';
import { joinPieces } from './pieces.ts';

/** The finished snapshot. The decoders give only what the contract allows, which the tests check on every import they make. */
export function assemble(draft: Draft, options: ImportOptions): Snapshot {
  const nested = joinNested(draft);
  if (partNames.every((name) => draft.parts[name].sources.length === 0)) throw nothingRead(draft);
  const account = accountOf(draft);
  const time = collectedAt(draft, options);
  joinPieces(draft);
  joinReportRows(draft);
  const reasons = confirmParts(draft);
  draft.closeCounts();
  const parts = Object.fromEntries(partNames.map((name) => [name, describePart(draft.parts[name], reasons[name] ?? [])])) as Parts;
  const snapshot = {
    format: SNAPSHOT_FORMAT,
    formatVersion: SNAPSHOT_VERSION,
    generator,
    account,
    collectedAt: time,
    parts,
    unknownMembers: draft.unknownMembers,
    notes: [...draft.notes].sort((a, b) => compareText(canonicalJson(a), canonicalJson(b))),
    ...singleValues(draft),
    ...lists(draft),
    ...nested,
  };
  return snapshot as unknown as Snapshot;
}

function nothingRead(draft: Draft): DossierError {
  const problems = draft.notes.map((note) => ({ ...(note.file === undefined ? {} : { file: note.file }), message: note.message }));
  return new DossierError('input-empty', 'nothing handed in holds IAM data', { problems: problems.slice(0, 50) });
}

function singleValues(draft: Draft): Members {
  const one = (part: keyof Parts) => draft.parts[part].entries.get(ONLY)?.value;
  const report = one('credentialReport');
  const found = {
    callerIdentity: one('callerIdentity'),
    accountSummary: one('accountSummary'),
    passwordPolicy: one('passwordPolicy'),
    organizationsFeatures: one('organizationsFeatures'),
    contactInformation: one('contactInformation'),
    credentialReport: report && { ...sortedReport(report), generatedTime: draft.parts.credentialReport.time ?? null },
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function sortedReport(report: Members): Members {
  const rows = report['rows'] as { user: string; arn?: string }[];
  return { ...report, rows: sortedBy(rows, (row) => `${row.user}\n${row.arn ?? ''}`) };
}

function lists(draft: Draft): Members {
  const delegationRequests = entriesOf(draft, 'delegationRequests', 'delegationRequestId');
  return {
    accountAliases: values(draft, 'accountAliases')
      .map((entry) => entry['alias'] as string)
      .sort(),
    users: joinedEntries(draft, 'users', 'userId'),
    groups: entriesOf(draft, 'groupDetails', 'groupId', 'arn'),
    roles: joinedEntries(draft, 'roles', 'roleId'),
    managedPolicies: entriesOf(draft, 'managedPolicies', 'policyId', 'arn'),
    virtualMfaDevices: entriesOf(draft, 'virtualMfaDevices', 'serialNumber'),
    mfaDevices: entriesOf(draft, 'mfaDevices', 'userName', 'serialNumber'),
    samlProviders: entriesOf(draft, 'samlProviders', 'arn'),
    openIdConnectProviders: entriesOf(draft, 'openIdConnectProviders', 'arn'),
    accessKeys: entriesOf(draft, 'accessKeys', 'userName', 'accessKeyId'),
    accessKeysLastUsed: entriesOf(draft, 'accessKeysLastUsed', 'userName'),
    serviceSpecificCredentials: entriesOf(draft, 'serviceSpecificCredentials', 'userName', 'serviceSpecificCredentialId'),
    sshPublicKeys: entriesOf(draft, 'sshPublicKeys', 'userName', 'sshPublicKeyId'),
    signingCertificates: entriesOf(draft, 'signingCertificates', 'userName', 'certificateId'),
    serverCertificates: entriesOf(draft, 'serverCertificates', 'serverCertificateId', 'arn'),
    servicesLastAccessed: entriesOf(draft, 'servicesLastAccessed', 'arn', 'jobCreationDate'),
    ...(draft.parts.delegationRequests.finalAnswers > 0 || delegationRequests.length > 0 ? { delegationRequests } : {}),
  };
}
