import type { Quote } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { ManagedPolicy, Snapshot } from '@iam-dossier/core/snapshot';
import { fullAccessPlaces, wholeServicePlaces, type ActionPlace } from '../policy/index.ts';
import { documentsOf, type ReadDocument } from './documents.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { once } from './once.ts';

/** A customer managed policy, by the version in force. */
export interface ManagedPolicyFact {
  subject: number;
  name: string;
  /** Where the policy stands. */
  at: string;
  /** Whether its document could be read; `unresolved`: it is not in the data. */
  state: ReadDocument['state'];
  /** Users, groups and roles it is attached to, and those it is the permissions boundary of; `null` when the data does not tell. */
  attachments: number | null;
  boundaries: number | null;
  /** Lines that allow every action on every resource. */
  fullAccess: readonly Quote[];
  /** Lines with a whole service in them, as Security Hub's IAM.21 has it. */
  wholeServices: readonly Quote[];
}

/** The customer's own managed policies. AWS's are not the customer's to change. */
export const managedPoliciesFact = once((context): Known<readonly ManagedPolicyFact[]> => {
  const { snapshot, subjects } = context;
  if (!hasPart(snapshot, 'managedPolicies')) return unknown(gapsOf(snapshot, 'managedPolicies'));
  const documents = documentsOf(snapshot);
  const uses = usesOf(snapshot);
  const places = new PlaceBook();
  const byArn = new Map(snapshot.managedPolicies.map((policy, index) => [policy.arn, { policy, index }]));
  const policies = subjects.flatMap((subject): ManagedPolicyFact[] => {
    const found = subject.type === 'managedPolicy' ? byArn.get(subject.arn) : undefined;
    if (!found) return [];
    const read = documents.ofManaged(subject.arn);
    return [
      {
        subject: subject.index,
        name: subject.name,
        at: pointer('managedPolicies', found.index),
        ...useOf(found.policy, uses),
        ...places.of(read, found.policy),
      },
    ];
  });
  return known(policies, gapsOf(snapshot, 'managedPolicies'));
});

/** Judges each distinct document once: many policies share theirs. */
class PlaceBook {
  private readonly before = new Map<string, { full: readonly ActionPlace[]; services: readonly ActionPlace[] }>();

  of(read: ReadDocument, policy: ManagedPolicy): Pick<ManagedPolicyFact, 'state' | 'fullAccess' | 'wholeServices'> {
    if (read.state !== 'read') return { state: read.state, fullAccess: [], wholeServices: [] };
    const places = this.before.get(read.digest) ?? { full: fullAccessPlaces(read), services: wholeServicePlaces(read) };
    this.before.set(read.digest, places);
    const quote = (place: ActionPlace): Quote => ({ document: read.digest, policyName: policy.policyName, policyArn: policy.arn, ...place });
    return { state: 'read', fullAccess: places.full.map(quote), wholeServices: places.services.map(quote) };
  }
}

interface Uses {
  attached: ReadonlyMap<string, number>;
  bounding: ReadonlyMap<string, number>;
  /** Every user, group and role is in the data: nobody else has the policy. */
  whole: boolean;
}

/** The counts that IAM itself gives with a policy, else those of the lists. */
function useOf({ arn, attachmentCount, permissionsBoundaryUsageCount }: ManagedPolicy, { attached, bounding, whole }: Uses) {
  const seen = (counts: ReadonlyMap<string, number>) => counts.get(arn) ?? (whole ? 0 : null);
  return {
    attachments: attachmentCount === undefined ? seen(attached) : Math.max(attachmentCount, attached.get(arn) ?? 0),
    boundaries: permissionsBoundaryUsageCount === undefined ? seen(bounding) : Math.max(permissionsBoundaryUsageCount, bounding.get(arn) ?? 0),
  };
}

function usesOf(snapshot: Snapshot): Uses {
  const attached = new Map<string, number>();
  const bounding = new Map<string, number>();
  const count = (counts: Map<string, number>, arn: string) => counts.set(arn, (counts.get(arn) ?? 0) + 1);
  for (const { attachedManagedPolicies } of [...snapshot.users, ...snapshot.groups, ...snapshot.roles]) {
    for (const { policyArn } of attachedManagedPolicies ?? []) count(attached, policyArn);
  }
  for (const { permissionsBoundary } of [...snapshot.users, ...snapshot.roles]) {
    if (permissionsBoundary) count(bounding, permissionsBoundary.permissionsBoundaryArn);
  }
  const whole = (['userDetails', 'groupDetails', 'roleDetails'] as const).every((part) => snapshot.parts[part].status === 'complete');
  return { attached, bounding, whole };
}
