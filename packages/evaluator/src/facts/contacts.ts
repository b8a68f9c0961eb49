import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';
import type { AccountContext } from './context.ts';
import { accountSubject } from './account-subject.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';

/** Kinds of alternate contacts, as AWS names them. */
export const contactKinds = ['BILLING', 'OPERATIONS', 'SECURITY'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Who AWS writes to beside the address of the root user. */
export interface AlternateContactsFact {
  subject: number;
  /** Contacts that are set. */
  set: readonly ContactKind[];
  /** Contacts that are surely not set. AWS's answer that one is not set does not say which kind was asked for. */
  unset: readonly ContactKind[];
  /** At least one kind is not set. */
  someUnset: boolean;
  evidence: readonly string[];
}

export interface ContactInformationFact {
  subject: number;
  /** AWS answered that there is none. */
  unset: boolean;
  company?: string;
  /** The customer's name in the engagement. */
  customer?: string;
  evidence: readonly string[];
}

export function alternateContactsFact(context: AccountContext): Known<AlternateContactsFact> {
  const { snapshot } = context;
  const someNotFound = answeredNotFound(snapshot, 'alternateContacts');
  if (!hasPart(snapshot, 'alternateContacts') && !someNotFound) return unknown(gapsOf(snapshot, 'alternateContacts'));
  const types = new Set((snapshot.alternateContacts ?? []).map((contact) => contact.alternateContactType));
  const set = contactKinds.filter((kind) => types.has(kind));
  const others = contactKinds.filter((kind) => !types.has(kind));
  const whole = snapshot.parts.alternateContacts.status === 'complete';
  const certain = whole || (someNotFound && others.length === 1);
  return known({
    subject: accountSubject(context),
    set,
    unset: certain ? others : [],
    someUnset: someNotFound || (whole && others.length > 0),
    evidence: someNotFound ? ['/parts/alternateContacts/code'] : ['/parts/alternateContacts/status'],
  });
}

export function contactInformationFact(context: AccountContext): Known<ContactInformationFact> {
  const { snapshot, engagement } = context;
  const subject = accountSubject(context);
  const customer = engagement === undefined ? {} : { customer: engagement.customer.name };
  if (snapshot.contactInformation === undefined) {
    if (!answeredNotFound(snapshot, 'contactInformation')) return unknown(gapsOf(snapshot, 'contactInformation'));
    return known({ subject, unset: true, ...customer, evidence: ['/parts/contactInformation/code'] });
  }
  const named = snapshot.contactInformation.companyName?.trim() ?? '';
  const company = named === '' ? {} : { company: named };
  return known({ subject, unset: false, ...company, ...customer, evidence: ['/contactInformation'] });
}

/** AWS answered, and the answer is that there is none. */
function answeredNotFound({ parts }: Snapshot, part: PartName): boolean {
  return parts[part].code === 'ResourceNotFoundException';
}
