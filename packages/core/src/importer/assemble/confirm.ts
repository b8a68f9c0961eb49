import type { PartName } from '../../snapshot/parts.ts';
import type { Members } from '../decode/members.ts';
import { perUserParts, type Draft, type oneByOneParts } from '../draft.ts';
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
  const { userDetails, users: listed, roleDetails, roles, accessKeys } = draft.parts;
  const users = Math.max(typeof counted === 'number' ? counted : 0, userDetails.entries.size, listed.entries.size);
  const known = answers(userDetails) + answers(listed) > 0;
  for (const part of perUserParts) checkEach(draft, part, { expected: users, known, of: 'user' }, tell);
  checkEach(draft, 'accessKeysLastUsed', { expected: accessKeys.entries.size, known: accessKeys.everyUser, of: 'access key' }, tell);
  const principals = users + Math.max(roleDetails.entries.size, roles.entries.size);
  const knowsRoles = answers(roleDetails) + answers(roles) > 0;
  checkEach(draft, 'servicesLastAccessed', { expected: principals, known: known && knowsRoles, of: 'user and role' }, tell);
  checkEach(draft, 'alternateContacts', { expected: 3, known: true, of: 'kind of contact' }, tell);
}

/** How many things there are to ask about, and whether that is known. */
interface Each {
  expected: number;
  known: boolean;
  of: string;
}

function checkEach(draft: Draft, part: (typeof oneByOneParts)[number], { expected, known, of }: Each, tell: Tell): void {
  const gathered = draft.parts[part];
  const { everyUser, singleAnswers: count, finalAnswers, refusal } = gathered;
  if (!everyUser || finalAnswers > 0 || draft.from === 'calls') return;
  // Where there is nothing to ask about, no answer is the whole answer.
  if (known && expected === 0 && answers(gathered) === 0 && !refusal) gathered.finalAnswers += 1;
  else if (count < expected && count > 0 && !(part === 'serviceSpecificCredentials' && count === 1))
    tell(part, `${count} ${count === 1 ? 'answer is' : 'answers are'} here for ${expected} ${expected === 1 ? of : plural(of)}`);
}

function plural(noun: string): string {
  return noun === 'kind of contact' ? 'kinds of contact' : noun === 'user and role' ? 'users and roles' : `${noun}s`;
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
