import { accessLevels } from '@iam-dossier/core/assessment';
import { actionsOf, actionsWithResource, add, intersection, noActions, remove, setBit, union, type Actions } from '../action-set.ts';
import { actionNames, actionsOfLevels, actionTable } from '../action-table.ts';
import { dataReadActions } from '../data-read-actions.data.ts';
import { credentialActions } from './credential-exposure.data.ts';
import { moreDataActions } from './data-access.data.ts';
import { exposingActions } from './resource-exposure.data.ts';

/** Classes of risky actions, each by what a caller gains. An action may belong to several. */
export const classIds = ['dataAccess', 'credentialExposure', 'resourceExposure', 'infrastructureModification'] as const;
export type ClassId = (typeof classIds)[number];

const CHANGE = accessLevels.write | accessLevels.permissionsManagement | accessLevels.tagging;
/** Names of actions that only look, whatever access level AWS gives them. */
const LOOKING = /^(describe|get|list|search|validate|view)/;

const makers: Readonly<Record<ClassId, () => Actions>> = {
  /** Gives out the contents of a data store, not its settings. */
  dataAccess: () => union(named(dataReadActions), named(moreDataActions)),
  /** Returns or sets a credential. */
  credentialExposure: () => named(credentialActions),
  /** Opens a resource to others: manages its permissions, or shares it. */
  resourceExposure: () => union(managing(), named(exposingActions)),
  /** Changes something that a policy could name. */
  infrastructureModification: () => intersection(ofLevels(CHANGE), actionsWithResource()),
};

const made = new Map<ClassId, Actions>();

/** The actions of a class, as a set of the action table. */
export function classActions(id: ClassId): Actions {
  const before = made.get(id);
  if (before) return before;
  const words = makers[id]();
  made.set(id, words);
  return words;
}

function named(list: Readonly<Record<string, readonly string[]>>): Actions {
  const words = noActions();
  for (const [prefix, names] of Object.entries(list)) for (const name of names) add(words, actionsOf(`${prefix}:${name}`));
  return words;
}

function managing(): Actions {
  const words = intersection(ofLevels(accessLevels.permissionsManagement), actionsWithResource());
  remove(words, looking());
  return words;
}

function ofLevels(mask: number): Actions {
  const words = noActions();
  for (const service of actionTable().services) for (const action of actionsOfLevels(service, mask)) setBit(words, service, action);
  return words;
}

function looking(): Actions {
  const words = noActions();
  for (const service of actionTable().services) {
    for (const action of actionsOfLevels(service, accessLevels.permissionsManagement)) {
      if (LOOKING.test(actionNames(service)[action] ?? '')) setBit(words, service, action);
    }
  }
  return words;
}
