import { acct001 } from './acct-001.ts';
import { cisFrameworks } from './cis.ts';
import type { Framework } from './framework.ts';
import { ftr } from './ftr.ts';
import { msp } from './msp.ts';
import { securityHub } from './security-hub.ts';
import { wellArchitected } from './well-architected.ts';

/** Every framework, by id. A new one is added here. */
export const frameworks: readonly Framework[] = [acct001, ...cisFrameworks, ftr, msp, securityHub, wellArchitected];

/** A framework's controls that rest on a rule. */
export interface Citation {
  framework: Framework;
  /** Ids, in the framework's order. */
  controls: readonly string[];
}

/** Where a rule is cited; a rule itself names no framework. */
export function citationsOf(ruleId: string): Citation[] {
  return frameworks.flatMap((framework) => {
    const controls = framework.controls.filter((control) => control.rules.includes(ruleId)).map((control) => control.id);
    return controls.length > 0 ? [{ framework, controls }] : [];
  });
}
