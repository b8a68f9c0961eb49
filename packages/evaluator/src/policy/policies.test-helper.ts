import { digestOf } from '@iam-dossier/core/json';
import { parsePolicyDocument, type PolicyDocument } from '@iam-dossier/core/policy-document';
import { DocumentAnalyser, type ReadablePolicy } from './document.ts';
import { analysePrincipal, type PrincipalAnalysis } from './principal.ts';

export type RawStatement = NonNullable<PolicyDocument['Statement']>;

/** A policy document read as from a snapshot. */
export function read(...statements: RawStatement[]): ReadablePolicy {
  const document = { Version: '2012-10-17', Statement: statements } satisfies PolicyDocument;
  const parsed = parsePolicyDocument(document);
  return parsed.ok ? { state: 'read', statements: parsed.statements, document, digest: digestOf(document) } : { state: 'unreadable' };
}

export const allow = (Action: string | string[], Resource: string | string[] = '*', Condition?: object) =>
  ({ Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) }) as RawStatement;
export const deny = (Action: string | string[], Resource: string | string[] = '*', Condition?: object) =>
  ({ Effect: 'Deny', Action, Resource, ...(Condition ? { Condition } : {}) }) as RawStatement;

interface Who {
  boundary?: ReadablePolicy;
  type?: 'user' | 'role';
  groups?: string[];
  absentGroups?: string[];
  customerManaged?: string[];
}

export const userArn = 'arn:aws:iam::111122223333:user/team/ana';

/** What policies grant a principal; each policy is named `P1`, `P2`, … */
export function grant(policies: ReadablePolicy[], who: Who = {}): PrincipalAnalysis {
  const { boundary, type = 'user', groups = [], absentGroups = [], customerManaged = [] } = who;
  const arn = type === 'user' ? userArn : 'arn:aws:iam::111122223333:role/deploy';
  const input = {
    policies: policies.map((document, index) => ({ policyName: `P${index + 1}`, document })),
    absentGroups,
    ...(boundary ? { boundary: { arn: 'arn:aws:iam::111122223333:policy/limit', document: boundary } } : {}),
  };
  return analysePrincipal(input, { type, arn, groupArns: groups, ownPolicyArns: customerManaged }, new DocumentAnalyser());
}

/** Access-level masks of one service as text, such as `all:LRW scoped: conditional:W`. */
export function maskOf(analysis: PrincipalAnalysis, service: string): string {
  const found = analysis.effective.services.find((entry) => entry.service === service);
  if (!found) return 'nothing';
  const letters = (mask = 0) => ['L', 'R', 'W', 'P', 'T'].filter((_, bit) => (mask & (1 << bit)) !== 0).join('');
  return `all:${letters(found.all)} scoped:${letters(found.scoped)} conditional:${letters(found.conditional)}${found.everyAction ? ' every' : ''}`;
}
