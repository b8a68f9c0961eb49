import type { AccountContext } from './context.ts';
import { accountSubject } from './account-subject.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';

/**
 * What AWS answered of the organization's features. `elsewhere`: only the management account and the delegated administrator
 * are told. `impossible`: the organization lacks what central root access needs, by the error code.
 */
export interface OrganizationFact {
  subject: number;
  answer: { kind: 'features'; enabled: readonly string[] } | { kind: 'elsewhere' } | { kind: 'none' } | { kind: 'impossible'; code: string };
  evidence: readonly string[];
}

/** IAM's error codes, which its SDKs write with the ending "Exception". */
const answerOfCode: Record<string, 'elsewhere' | 'none' | 'impossible'> = {
  AccountNotManagementOrDelegatedAdministrator: 'elsewhere',
  CallerIsNotManagementAccount: 'elsewhere',
  OrganizationNotFound: 'none',
  OrganizationNotInAllFeaturesMode: 'impossible',
  ServiceAccessNotEnabled: 'impossible',
};

export function organizationFact(context: AccountContext): Known<OrganizationFact> {
  const { snapshot } = context;
  const subject = accountSubject(context);
  const { organizationsFeatures: features } = snapshot;
  if (hasPart(snapshot, 'organizationsFeatures') && features !== undefined)
    return known({ subject, answer: { kind: 'features', enabled: features.enabledFeatures }, evidence: ['/organizationsFeatures/enabledFeatures'] });
  const code = snapshot.parts.organizationsFeatures.code?.replace(/Exception$/, '') ?? '';
  const kind = Object.hasOwn(answerOfCode, code) ? answerOfCode[code] : undefined;
  if (kind === undefined) return unknown(gapsOf(snapshot, 'organizationsFeatures'));
  const answer = kind === 'impossible' ? { kind, code } : { kind };
  return known({ subject, answer, evidence: ['/parts/organizationsFeatures/code'] });
}
