import { actionsOf, add, meets, noActions, type Actions } from './action-set.ts';
import type { AnalysedStatement } from './document.ts';

let assumeRole: Actions | undefined;

function assumeRoleAction(): Actions {
  assumeRole ??= noActions();
  add(assumeRole, actionsOf('sts:AssumeRole'));
  return assumeRole;
}

/** Allow statements by which roles may be assumed, where that is granted at all. A condition on them does not take it away. */
export function assuming(allows: readonly AnalysedStatement[], granted: Actions): AnalysedStatement[] {
  const wanted = assumeRoleAction();
  return meets(actionsOf('sts:AssumeRole'), granted) ? allows.filter((entry) => meets(entry.actions, wanted)) : [];
}
