import type { PartName } from '../../snapshot/parts.ts';
import type { Members } from '../decode/members.ts';
import { perUserParts, type Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import { answers } from './part.ts';

export type Reasons = Partial<Record<PartName, string[]>>;

const counted = [
  ['userDetails', 'Users'],
  ['groupDetails', 'Groups'],
  ['roleDetails', 'Roles'],
  ['users', 'Users'],
  ['roles', 'Roles'],
] as const;

/** Checks parts against each other: a list that nothing confirms, or that another part contradicts, is not complete. */
export function confirmParts(draft: Draft): Reasons {
  const reasons: Reasons = {};
  const tell = (part: PartName, reason: string) => (reasons[part] ??= []).push(reason);
  const summary = draft.parts.accountSummary.entries.get(ONLY)?.value ?? {};
  for (const [part, member] of counted) checkCount(draft, part, summary[member], tell);
  checkReport(draft, summary['Users'], tell);
  checkEveryUser(draft, summary['Users'], tell);
  checkDocuments(draft, tell);
  return reasons;
}

type Tell = (part: PartName, reason: string) => void;

function checkCount(draft: Draft, part: (typeof counted)[number][0], expected: unknown, tell: Tell): void {
  const { entries, cutAnswers, finalAnswers } = draft.parts[part];
  if (answers(draft.parts[part]) === 0) return;
  if (finalAnswers === 0) {
    // Each was asked about by itself: as many as there are is all of them.
    if (cutAnswers.length === 0 && expected === entries.size) draft.parts[part].everyUser = true;
    return;
  }
  if (typeof expected === 'number') {
    if (expected !== entries.size) tell(part, `${entries.size} are here, the account summary counts ${expected}`);
    return;
  }
  // A call that AWS answered with an empty list was not filtered by anybody.
  if (draft.from === 'calls') return;
  if (entries.size === 0) tell(part, 'the list is empty and no account summary confirms that; the export may have been filtered');
  else if (cutAnswers.length > 0)
    tell(part, `${cutAnswers.length + finalAnswers} pages are joined and no account summary confirms that none is missing`);
}

/** Users that only one of report, details and list knows. The summary settles which list is whole. */
function checkReport(draft: Draft, expectedUsers: unknown, tell: Tell): void {
  const report = reportUsers(draft);
  if (report !== null && !report.has(ROOT)) tell('credentialReport', 'the row of the root user, which AWS always writes, is not there');
  report?.delete(ROOT);
  for (const part of ['userDetails', 'users'] as const) {
    const { entries } = draft.parts[part];
    if (report === null || answers(draft.parts[part]) === 0) continue;
    const names = new Set([...entries.values()].map((entry) => entry.value['userName']));
    const unreported = [...names].filter((name) => !report.has(name)).length;
    const unlisted = [...report].filter((name) => !names.has(name)).length;
    if (unreported > 0 && part === 'userDetails')
      tell('credentialReport', `${unreported} of the users are not in the report; it may be up to four hours older`);
    if (unlisted > 0 && expectedUsers !== entries.size) tell(part, `${unlisted} users of the credential report are not here`);
  }
  const list = draft.parts.users;
  const details = draft.parts.userDetails;
  if (answers(details) === 0 || expectedUsers === details.entries.size) return;
  const absent = [...list.entries.keys()].filter((arn) => !details.entries.has(arn)).length;
  if (absent > 0) tell('userDetails', `${absent} users of iam:ListUsers are not here`);
}

function reportUsers(draft: Draft): Set<unknown> | null {
  const rows = draft.parts.credentialReport.entries.get(ONLY)?.value['rows'];
  if (!Array.isArray(rows)) return null;
  return new Set(rows.map((row: { user: string }) => row.user));
}

const ROOT = '<root_account>';

/** Each user leaves an answer. Of service-specific credentials one answer can be about all of them (`--all-users`). */
function checkEveryUser(draft: Draft, counted: unknown, tell: Tell): void {
  const users = Math.max(typeof counted === 'number' ? counted : 0, draft.parts.userDetails.entries.size, draft.parts.users.entries.size);
  for (const part of perUserParts) {
    const { everyUser, singleAnswers: count } = draft.parts[part];
    const forAll = part === 'serviceSpecificCredentials' && count === 1;
    if (everyUser && count < users && !forAll) tell(part, `${count} ${count === 1 ? 'answer is' : 'answers are'} here for ${users} users`);
  }
}

/** Attached policies and groups that are named and not described. */
function checkDocuments(draft: Draft, tell: Tell): void {
  const { userDetails, groupDetails, roleDetails, managedPolicies } = draft.parts;
  if (answers(managedPolicies) === 0) return;
  const attached = new Set<unknown>();
  const groups = new Set<unknown>();
  for (const { value } of [userDetails, groupDetails, roleDetails].flatMap((part) => [...part.entries.values()])) {
    const { attachedManagedPolicies = [], groupList = [], permissionsBoundary } = value as Attachments;
    for (const { policyArn } of attachedManagedPolicies) attached.add(policyArn);
    for (const group of groupList) groups.add(group);
    if (permissionsBoundary) attached.add(permissionsBoundary.permissionsBoundaryArn);
  }
  const undescribed = [...attached].filter((arn) => !hasDocument(managedPolicies.entries.get(arn as string)?.value)).length;
  if (undescribed > 0) tell('managedPolicies', `${undescribed} attached ${undescribed === 1 ? 'policy has' : 'policies have'} no document here`);
  const others = [...managedPolicies.entries].filter(([arn, { value }]) => !attached.has(arn) && !hasDocument(value)).length;
  if (others > 0) tell('managedPolicies', `${others} unattached ${others === 1 ? 'policy has' : 'policies have'} no document here`);
  const names = new Set([...groupDetails.entries.values()].map((entry) => entry.value['groupName']));
  const dangling = [...groups].filter((name) => !names.has(name)).length;
  if (dangling > 0 && answers(groupDetails) > 0)
    tell('groupDetails', `${dangling} ${dangling === 1 ? 'group that a user is in is' : 'groups that users are in are'} not here`);
}

function hasDocument(policy: Members | undefined): boolean {
  const versions = policy?.['policyVersionList'] as Members[] | undefined;
  return versions?.some((version) => version['isDefaultVersion'] === true && version['document'] !== undefined) ?? false;
}

interface Attachments {
  attachedManagedPolicies?: { policyArn: string }[];
  groupList?: string[];
  permissionsBoundary?: { permissionsBoundaryArn: string };
}
