import { findEscalations, type EscalationInput } from './find.ts';
import type { Escalation } from './report.ts';

export interface RawStatement {
  Effect?: 'Allow' | 'Deny';
  Action?: string | readonly string[];
  NotAction?: string | readonly string[];
  Resource?: string | readonly string[];
  NotResource?: string | readonly string[];
  Condition?: object;
}

/** A policy document; a statement is an Allow on everything unless it says otherwise. */
export function document(...statements: RawStatement[]) {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      ...(statement.Resource === undefined && statement.NotResource === undefined ? { Resource: '*' } : {}),
      ...statement,
    })),
  };
}

export const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*', Condition?: object): RawStatement => ({
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
export const deny = (Action: string | readonly string[], Resource: string | readonly string[] = '*', Condition?: object): RawStatement => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});

/** What one policy with these statements leads to. */
export function found(statements: readonly RawStatement[], others: Partial<EscalationInput> = {}): Escalation[] {
  return findEscalations({ identityPolicies: [document(...statements)], ...others });
}

/** The state of a set, by its own id or as a variant; `none` when it is not told. */
export function stateOf(escalations: readonly Escalation[], id: string): string {
  for (const escalation of escalations) {
    const variant = escalation.variants.find((entry) => entry.id === id);
    if (variant) return variant.state;
    if (escalation.id === id) return escalation.state;
  }
  return 'none';
}
