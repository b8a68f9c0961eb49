import { importSources } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';

/** A statement of a policy document; what is not given is an Allow on everything. */
export interface RawStatement {
  Effect?: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Principal?: unknown;
  Condition?: object;
}

/** What a principal holds. `attached`: names of AWS managed policies, or ARNs. A part set to `null` is not in the data. */
export interface Holdings {
  path?: string;
  attached?: string[] | null;
  inline?: Record<string, RawStatement[] | string> | null;
  groups?: string[] | null;
  boundary?: string;
}

export type Answer = object | string;

/** Makers of what the AWS CLI answers for one account. */
export function awsAccount(id = '111122223333', partition = 'aws') {
  const arn = (kind: string, path: string) => `arn:${partition}:iam::${id}:${kind}${path}`;
  const policyArn = (name: string) => (name.startsWith('arn:') ? name : `arn:${partition}:iam::aws:policy/${name}`);
  const attached = (names: string[] | null | undefined) =>
    names === null ? {} : { AttachedManagedPolicies: (names ?? []).map((name) => ({ PolicyName: tail(name), PolicyArn: policyArn(name) })) };
  const boundary = (name: string | undefined) =>
    name === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: policyArn(name) } };
  return {
    id,
    arn,
    caller: { UserId: 'AIDAAUDITOR', Account: id, Arn: arn('user', '/auditor') },
    user: (name: string, { path = '/', groups, inline, ...rest }: Holdings = {}) => ({
      Path: path,
      UserName: name,
      UserId: `AIDA-${name}`,
      Arn: arn('user', path + name),
      CreateDate: '2026-01-05T08:00:00+00:00',
      Tags: [],
      ...(groups === null ? {} : { GroupList: groups ?? [] }),
      ...(inline === null ? {} : { UserPolicyList: inlineList(inline) }),
      ...attached(rest.attached),
      ...boundary(rest.boundary),
    }),
    group: (name: string, { inline, ...rest }: Holdings = {}) => ({
      Path: '/',
      GroupName: name,
      GroupId: `AGPA-${name}`,
      Arn: arn('group', `/${name}`),
      CreateDate: '2026-01-05T08:00:00+00:00',
      ...(inline === null ? {} : { GroupPolicyList: inlineList(inline) }),
      ...attached(rest.attached),
    }),
    /** `trust`: statements of the trust policy, or a text that is none. */
    role: (name: string, trust: RawStatement[] | string, { path = '/', inline, ...rest }: Holdings = {}) => ({
      Path: path,
      RoleName: name,
      RoleId: `AROA-${name}`,
      Arn: arn('role', path + name),
      CreateDate: '2026-01-05T08:00:00+00:00',
      Tags: [],
      AssumeRolePolicyDocument: typeof trust === 'string' ? trust : trustDocument(trust),
      InstanceProfileList: [],
      RoleLastUsed: {},
      ...(inline === null ? {} : { RolePolicyList: inlineList(inline) }),
      ...attached(rest.attached),
      ...boundary(rest.boundary),
    }),
    /** A managed policy: AWS's own by its name, the customer's by its ARN. */
    policy: (name: string, statements: RawStatement[] | string) => ({
      PolicyName: tail(name),
      PolicyId: `ANPA-${tail(name)}`,
      Arn: policyArn(name),
      Path: '/',
      DefaultVersionId: 'v1',
      IsAttachable: true,
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: '2026-01-05T08:00:00+00:00', Document: documentOf(statements) }],
    }),
    /** The snapshot that these answers make, all other parts missing. */
    snapshot: (answers: readonly Answer[], collectedAt: string | null = '2026-10-01T09:00:00Z'): Snapshot =>
      snapshotOf([{ UserId: 'AIDAAUDITOR', Account: id, Arn: arn('user', '/auditor') }, ...answers], collectedAt),
  };
}

function tail(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function inlineList(policies: Record<string, RawStatement[] | string> = {}) {
  return Object.entries(policies).map(([PolicyName, statements]) => ({ PolicyName, PolicyDocument: documentOf(statements) }));
}

function documentOf(statements: RawStatement[] | string) {
  if (typeof statements === 'string') return statements;
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', ...withResource(statement) })) };
}

function withResource(statement: RawStatement): RawStatement {
  return statement.Resource === undefined && statement.NotResource === undefined ? { Resource: '*', ...statement } : statement;
}

function trustDocument(statements: RawStatement[]) {
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement })) };
}

export interface DetailLists {
  users?: object[];
  groups?: object[];
  roles?: object[];
  policies?: object[];
}

/** The authorization details; a list that is not given is not in the file, as in a filtered export. */
export function details({ users, groups, roles, policies }: DetailLists): Answer {
  return {
    ...(users ? { UserDetailList: users } : {}),
    ...(groups ? { GroupDetailList: groups } : {}),
    ...(roles ? { RoleDetailList: roles } : {}),
    ...(policies ? { Policies: policies } : {}),
  };
}

/** The authorization details with all four lists, and the account summary that confirms them. */
export function wholeAccount(lists: DetailLists, summary: Record<string, number> = {}): Answer[] {
  const { users = [], groups = [], roles = [], policies = [] } = lists;
  const counts = { Users: users.length, Groups: groups.length, Roles: roles.length };
  return [details({ users, groups, roles, policies }), summaryOf({ ...counts, ...summary })];
}

export function summaryOf(counts: Record<string, number>): Answer {
  return { SummaryMap: counts };
}

/** The error text that the CLI leaves in place of an answer. */
export function refused(operation: string, code = 'AccessDenied'): Answer {
  return `\nAn error occurred (${code}) when calling the ${operation} operation: User is not authorized to perform it\n`;
}

function snapshotOf(answers: readonly Answer[], collectedAt: string | null): Snapshot {
  const sources = answers.map((answer, index) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { name: `answer-${index}`, bytes: new TextEncoder().encode(text) };
  });
  return importSources(sources, collectedAt === null ? {} : { collectedAt });
}
