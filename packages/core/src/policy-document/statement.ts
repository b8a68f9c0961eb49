/** Patterns of an Action or Resource element, in the case they were written. `negated` for NotAction and NotResource. */
export interface PatternElement {
  negated: boolean;
  patterns: readonly string[];
}

export interface PrincipalEntry {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for the bare star. */
  type: string;
  values: readonly string[];
}

export interface PrincipalElement {
  negated: boolean;
  entries: readonly PrincipalEntry[];
}

/** One operator and key of a Condition block. Raw booleans and numbers are given as text. */
export interface ConditionTest {
  operator: string;
  key: string;
  values: readonly string[];
}

/** A statement with every "one or many" of the grammar turned into lists. `index` is its place in the document. */
export interface Statement {
  index: number;
  sid: string | null;
  effect: 'Allow' | 'Deny';
  action: PatternElement;
  /** `null` in a trust policy, which has no Resource. */
  resource: PatternElement | null;
  /** `null` in an identity policy, which has no Principal. */
  principal: PrincipalElement | null;
  conditions: readonly ConditionTest[];
}
