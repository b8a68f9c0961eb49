import { policyTypes, type GrantedPolicy, type Profile } from '@iam-dossier/core/assessment';
import { clip, take } from '../view/index.ts';
import { cell, leftWords, type Sheet } from './sheet.ts';

/** A principal's permissions table, in AWS's own columns: Policy name, Type, Attached via. */
export function permissionsTable(sheet: Sheet, { policies }: Profile) {
  const { scribe, budget } = sheet;
  if (policies === null) return { count: '', none: scribe.say('permissions.unknown'), rows: [], left: '' };
  const { shown, left } = take(policies, budget.policies);
  return {
    count: scribe.words.number(policies.length),
    none: policies.length === 0 ? scribe.say('permissions.none') : '',
    rows: shown.map((policy) => ({
      name: cell(sheet, policy.policyName),
      typeId: policy.type,
      type: scribe.say(`policy-type.${policy.type}`),
      via: attachedVia(sheet, policy),
      document: policy.document === undefined ? '' : scribe.say(`permissions.${policy.document}`),
    })),
    left: leftWords(sheet, 'policies', left),
  };
}

/** `Directly`, `Group <name>` for each group, or both: the same policy may come by both ways. */
function attachedVia(sheet: Sheet, { direct, groups }: GrantedPolicy): string[] {
  const { scribe, budget } = sheet;
  const { shown, left } = take(groups, budget.groupsOfPolicy);
  const via = [
    ...(direct ? [scribe.say('permissions.directly')] : []),
    ...shown.map((name) => scribe.say('permissions.group', { name: clip(scribe.text(name), budget.groupName) })),
  ];
  return left === 0 ? via : [...via, leftWords(sheet, 'groups', left)];
}

/** Choices of the filter by type. */
export function policyTypeChoices({ scribe }: Sheet): { id: string; label: string }[] {
  return policyTypes.map((id) => ({ id, label: scribe.say(`policy-type.${id}`) }));
}
