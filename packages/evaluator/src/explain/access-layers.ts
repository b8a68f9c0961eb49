import { pointer } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { GrantBook, type Grants } from '../facts/grants.ts';
import type { ReadDocument } from '../facts/documents.ts';
import { actionNames, actionTable, starOnlyActions } from '../policy/action-table.ts';
import type { NamedPolicy, PolicyInput, PolicyLayer } from '../policy/authorize/index.ts';
import type { AccessPrincipal } from './access-principal.ts';

/** Where a document of a layer stands in the snapshot, and how it comes to the principal. */
export interface PolicySource {
  policyName: string;
  policyArn?: string;
  /** Groups through which a user has it; none of a policy of the principal itself. */
  groups: readonly string[];
  /** JSON pointer into the snapshot; `null`: the document is not in it. */
  at: string | null;
}

/** A layer with the source of each of its documents, place by place. */
export interface SourcedLayer {
  layer: PolicyLayer;
  sources: readonly PolicySource[];
}

const unknownLayer: SourcedLayer = { layer: 'unknown', sources: [] };
const noLayer: SourcedLayer = { layer: 'none', sources: [] };

export interface SnapshotLayers {
  identityPolicies: SourcedLayer;
  permissionsBoundary: SourcedLayer;
  resourcePolicy: SourcedLayer;
}

/** What a snapshot knows of the layers of a request. It holds no bucket, key or session policies and no control policies. */
export function layersIn(snapshot: Snapshot, principal: AccessPrincipal, action: string, resource: string): SnapshotLayers {
  const book = new GrantBook(snapshot);
  const grants = grantsOf(principal, book);
  return {
    identityPolicies: grants ? identityLayer(grants) : unknownLayer,
    permissionsBoundary: grants ? boundaryLayer(grants) : unknownLayer,
    resourcePolicy: resourceLayer(snapshot, book, action, resource),
  };
}

function grantsOf({ user, role }: AccessPrincipal, book: GrantBook): Grants | undefined {
  if (user) return book.ofUser(user.user, user.index);
  return role && book.ofRole(role.role, role.index);
}

/** A group that is not in the snapshot stands for a document that is not at hand. */
function identityLayer({ policies, absentGroups }: Grants): SourcedLayer {
  if (policies === null) return unknownLayer;
  const documents = policies.map(({ row, read }) => inputOf(row.policyName, read));
  const sources = policies.map(({ row: { policyName, policyArn, groups }, read }) => sourceOf(policyName, policyArn, groups, read));
  const absent = absentGroups.map((group) => ({ policyName: '', groups: [group], at: null }));
  return { layer: [...documents, ...absent.map(() => 'unknown')], sources: [...sources, ...absent] };
}

/** Only the call that lists a principal's policies tells that it has no boundary. */
function boundaryLayer({ boundary, policies }: Grants): SourcedLayer {
  if (!boundary) return policies === null ? unknownLayer : noLayer;
  const name = boundary.arn.slice(boundary.arn.lastIndexOf('/') + 1);
  return { layer: [inputOf(name, boundary.read)], sources: [sourceOf(name, boundary.arn, [], boundary.read)] };
}

function inputOf(name: string, read: ReadDocument): PolicyInput {
  return read.state === 'unresolved' ? 'unknown' : ({ name, document: read.document } satisfies NamedPolicy);
}

function sourceOf(policyName: string, policyArn: string | undefined, groups: readonly string[], read: ReadDocument): PolicySource {
  return { policyName, ...(policyArn === undefined ? {} : { policyArn }), groups, at: read.state === 'unresolved' ? null : read.at };
}

const ROLE = /^arn:[^:]*:iam::\d{12}:role\//;

/** A role's trust policy is its resource policy. IAM has no other, and neither has what an action without resource asks for. */
function resourceLayer(snapshot: Snapshot, book: GrantBook, action: string, resource: string): SourcedLayer {
  const [service = ''] = action.toLowerCase().split(':');
  if (service === 'sts' && ROLE.test(resource)) return trustLayer(snapshot, book, resource);
  return service === 'iam' || starOnly(action) === true ? noLayer : unknownLayer;
}

function trustLayer({ roles }: Snapshot, book: GrantBook, arn: string): SourcedLayer {
  const index = roles.findIndex((role) => role.arn === arn);
  const role = roles[index];
  const read = role && book.trustOf(role, index);
  if (!read || read.state === 'unresolved') return unknownLayer;
  const policyName = 'AssumeRolePolicyDocument';
  const at = pointer('roles', index, 'assumeRolePolicyDocument');
  return { layer: [{ name: policyName, document: read.document }], sources: [{ policyName, groups: [], at }] };
}

/** Whether an action takes no resource but the star; `undefined` for one that the action data does not hold. */
export function starOnly(action: string): boolean | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':');
  const service = actionTable().byPrefix.get(prefix);
  const place = service ? actionNames(service).indexOf(name) : -1;
  return service && place >= 0 ? starOnlyActions(service).includes(place) : undefined;
}
