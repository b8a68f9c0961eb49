import { pointer } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import type { ControlPolicies } from '../policy/authorize/index.ts';
import type { PolicySource } from './access-layers.ts';
import { pathTo } from './organization-path.ts';

const types = { serviceControlPolicies: 'SERVICE_CONTROL_POLICY', resourceControlPolicies: 'RESOURCE_CONTROL_POLICY' } as const;
export type ControlLayer = keyof typeof types;

/**
 * Why control policies are unknown. `organization`: nothing of an organization is in the data. `account`: the account's way to the
 * root is not. `type`: whether policies of the type are in use is not. `policies`: not all that are attached on the way are.
 */
export type UnknownControl = 'organization' | 'account' | 'type' | 'policies';

/** The control policies of one account as a snapshot of its organization holds them, the root first. */
export interface SourcedControl {
  layer: ControlPolicies;
  /** Sources of each level's documents. */
  levels: readonly (readonly PolicySource[])[];
  /** Absent where the layer is known. */
  unknown?: UnknownControl;
}

const none: SourcedControl = { layer: 'none', levels: [] };
const unknown = (why: UnknownControl): SourcedControl => ({ layer: 'unknown', levels: [], unknown: why });

/** What binds an account is known when the whole way from it to the root is, with every policy that is attached on it. */
export function controlPoliciesOf(snapshot: Snapshot, layer: ControlLayer, account: string): SourcedControl {
  const { organization, parts } = snapshot;
  // AWS's answer to an account that is in no organization.
  if (snapshot.account.id === account && parts.organization.code === 'AWSOrganizationsNotInUseException') return none;
  if (organization === undefined) return unknown('organization');
  const path = pathTo(organization, account);
  if (path === undefined) return unknown('account');
  if (organization.featureSet === 'CONSOLIDATED_BILLING') return none;
  const inUse = organization.roots?.find(({ id }) => id === path[0])?.policyTypes;
  if (inUse === undefined) return unknown('type');
  const status = inUse.find(({ type }) => type === types[layer])?.status;
  if (!inUse.some(({ type }) => type === types[layer])) return none;
  if (status !== 'ENABLED') return unknown('type');
  return levelsOf(snapshot, layer, path);
}

function levelsOf(snapshot: Snapshot, layer: ControlLayer, path: readonly string[]): SourcedControl {
  const policies = snapshot[layer] ?? [];
  const levels = path.map((target) => attachedTo(snapshot, layer, target)?.map((id) => policies.findIndex((policy) => policy.id === id)));
  const whole = levels.filter((level) => level !== undefined);
  // AWS lets nobody take away the last service control policy.
  const bare = layer === 'serviceControlPolicies' && whole.some((level) => level.length === 0);
  if (whole.length < levels.length || bare) return unknown('policies');
  const layerOf = (level: readonly number[], at: number) => ({
    name: nameOf(snapshot, path[at] ?? ''),
    policies: level.map((index) => {
      const policy = policies[index];
      return policy?.content === undefined ? ('unknown' as const) : { name: policy.name ?? policy.id, document: policy.content };
    }),
  });
  return { layer: whole.map(layerOf), levels: whole.map((level) => level.map((index) => sourceOf(snapshot, layer, index))) };
}

/** Ids of the policies that are attached to one target itself, or `undefined` when not all are known. */
function attachedTo(snapshot: Snapshot, layer: ControlLayer, target: string): string[] | undefined {
  const { organization, parts } = snapshot;
  const told = organization?.attachedPolicies?.find((entry) => entry.targetId === target && entry.filter === types[layer]);
  if (told) return told.policyIds;
  if (parts[layer].status !== 'complete') return undefined;
  return (snapshot[layer] ?? []).filter(({ targets }) => targets?.some(({ targetId }) => targetId === target)).map(({ id }) => id);
}

function sourceOf(snapshot: Snapshot, layer: ControlLayer, index: number): PolicySource {
  const policy = snapshot[layer]?.[index];
  const at = policy?.content === undefined ? null : pointer(layer, index, 'content');
  return { policyName: policy?.name ?? policy?.id ?? '', ...(policy?.arn === undefined ? {} : { policyArn: policy.arn }), groups: [], at };
}

function nameOf({ organization }: Snapshot, target: string): string {
  const { roots = [], organizationalUnits = [], accounts = [] } = organization ?? {};
  const name = [...roots, ...organizationalUnits, ...accounts].find(({ id }) => id === target)?.name;
  return name === undefined || name === '' ? target : `${name} (${target})`;
}
