import type { ContextValue, LayerName } from './request.ts';
import type { Tri } from './tri.ts';

/**
 * `allowed` and `explicitDeny` hold whatever is unknown. `implicitDeny`: surely denied, and no Deny is sure to be the cause.
 * `indeterminate`: what is unknown decides.
 */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'indeterminate';

/** A statement and where it stands. */
export interface StatementPlace {
  layer: LayerName;
  /** Place of its level; only of control policies. */
  level?: number;
  levelName?: string;
  /** Place of its document in the layer, or in the level. */
  document: number;
  /** Name that came with the document. */
  name?: string;
  /** Place of the statement in the document. */
  statement: number;
  sid: string | null;
  /** JSON pointer to the statement in its document. */
  path: string;
}

/** Why a statement does not match, or may not. */
export type Mismatch =
  | { element: 'action' | 'resource'; match: 'no' | 'unknown'; negated: boolean; patterns: readonly string[] }
  | { element: 'principal'; match: 'no' | 'unknown'; negated: boolean; principals: readonly string[] }
  | {
      element: 'condition';
      match: 'no' | 'unknown';
      operator: string;
      key: string;
      /** As the policy has them. */
      values: readonly string[];
      /** Of the request: `null` when absent, left out when unknown. */
      actual?: ContextValue;
      /** No such operator is known: nothing is known of the test. */
      unknownOperator?: true;
    };

export interface StatementResult extends StatementPlace {
  effect: 'Allow' | 'Deny';
  match: Tri;
  /** Every element that fails or is unknown; empty when `match` is `yes`. */
  mismatches: readonly Mismatch[];
}

/** What a layer says of the request. */
export interface LayerResult {
  layer: LayerName;
  /** `notApplicable`: AWS does not ask this layer for such a request. */
  state: 'documents' | 'none' | 'unknown' | 'notApplicable';
  /** Whether a statement allows. Of a layer that only limits, `yes` also when it is `none`. */
  allows: Tri;
  /** Whether a Deny matches. */
  denies: Tri;
}

export interface UnreadableDocument {
  layer: LayerName;
  level?: number;
  document: number;
  name?: string;
  /** JSON pointer to what makes it unreadable. */
  path: string;
  problem: string;
}

/** What AWS decides by itself, without a statement. */
export type BuiltIn =
  | 'caller-identity-needs-no-permission'
  | 'federated-user-needs-session-policy'
  | 'key-policy-must-allow'
  | 'management-account-is-not-bound'
  | 'root-user-assumes-no-role'
  | 'root-user-needs-no-policy'
  | 'service-linked-role-is-not-bound'
  | 'trust-policy-must-allow';

export interface Authorization {
  decision: Decision;
  /** Of an indeterminate answer: layers that must be known. */
  missingLayers: readonly LayerName[];
  /** Of an indeterminate answer: condition keys that must be known, as the policies write them. */
  missingKeys: readonly string[];
  /** Statements that decided: the matching Denies, or the Allows by which it is allowed. */
  deciding: readonly StatementPlace[];
  /** Of an implicit deny: layers none of whose statements allow, and one of which would have to. */
  silent: readonly LayerName[];
  /** Every statement that could be read, by layer and place. */
  statements: readonly StatementResult[];
  /** All six, in order. */
  layers: readonly LayerResult[];
  unreadable: readonly UnreadableDocument[];
  builtIn: readonly BuiltIn[];
  /** `null`: not known. `false` too where the principal has no account. */
  crossAccount: boolean | null;
}
