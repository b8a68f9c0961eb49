import { DossierError } from '@iam-dossier/core/errors';

/** What a document is for. The same text can be legal as one and refused as another. */
export const policyKinds = ['identity', 'trust', 'resource', 'permissionsBoundary', 'session', 'serviceControl', 'resourceControl'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** What the kinds ask for in different ways. */
export interface Grammar {
  /** `star`: only everybody. */
  principal: 'required' | 'forbidden' | 'star';
  resource: 'required' | 'expected' | 'forbidden';
  /** Who checks the document: IAM itself, or the service that holds the resource, each by its own rules. */
  checkedBy: 'iam' | 'service';
  /** A trust policy: Resource and most actions are refused. */
  trust: boolean;
  /** A resource control policy: denies named services to everybody. */
  resourceControl: boolean;
  /** Characters without white space of the holder that takes least. */
  quota: number;
  sid: 'strict' | 'loose';
}

const base = {
  principal: 'forbidden',
  resource: 'required',
  checkedBy: 'iam',
  trust: false,
  resourceControl: false,
  quota: 6144,
  sid: 'strict',
} as const;

const grammars: Readonly<Record<PolicyKind, Grammar>> = {
  identity: base,
  permissionsBoundary: base,
  session: { ...base, quota: 2048 },
  serviceControl: { ...base, quota: 5120 },
  resourceControl: { ...base, principal: 'star', resourceControl: true, quota: 5120 },
  trust: { ...base, principal: 'required', resource: 'forbidden', trust: true, quota: 2048, sid: 'loose' },
  resource: { ...base, principal: 'required', resource: 'expected', checkedBy: 'service', quota: 20_480, sid: 'loose' },
};

/** @throws DossierError `usage` for a kind that is none */
export function grammarOf(kind: PolicyKind): Grammar {
  if (!Object.hasOwn(grammars, kind))
    throw new DossierError('usage', `${JSON.stringify(kind)} is no kind of policy; there are ${policyKinds.join(', ')}`);
  return grammars[kind];
}
