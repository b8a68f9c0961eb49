import type { Assessment, CriterionId } from '@iam-dossier/core/assessment';
import type { AccessModel, Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { evaluate } from '../evaluate.ts';
import { awsAccount, wholeAccount, type Answer, type DetailLists } from './aws.test-helper.ts';
import { engagementOf, partnerOf } from './engagement.test-helper.ts';
import { reportOf, rootCells, type ReportCells } from './report.test-helper.ts';

export const shop = awsAccount();
const partnerWithMfa = [
  {
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' }, StringLike: { 'sts:RoleSessionName': '${aws:username}' } },
  },
];
const identityCenter = [
  { Principal: { Federated: shop.arn('saml-provider', '/AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE') }, Action: 'sts:AssumeRoleWithSAML' },
];

/** The partner's operator, with what it may do. */
export const operator = shop.role('partner-operator', partnerWithMfa, {
  inline: { operate: [{ Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: shop.arn('instance', '/*') }] },
});
/** The customer's people, by IAM Identity Center. */
export const staff = shop.role('AWSReservedSSO_Staff_0123456789abcdef', identityCenter, {
  path: '/aws-reserved/sso.amazonaws.com/',
  inline: { all: [{ Action: '*' }] },
});

/** What the AWS CLI answers of an account that is ready; lists and cells that are given stand in place of its own. */
export function readyAnswers(lists: DetailLists = {}, rows: Record<string, ReportCells> = {}): Answer[] {
  const summary = { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1, GlobalEndpointTokenVersion: 2 };
  return [
    ...wholeAccount({ roles: [operator, staff], ...lists }, summary),
    reportOf({ '<root_account>': rootCells, ...rows }),
    { VirtualMFADevices: [] },
  ];
}

const said = (text: string) => ({ text, author: 'Ana', date: '2026-10-01' });
export const statements = {
  console: said('Engineers sign in to our identity account with a security key and switch to a role.'),
  programmatic: said('The AWS CLI assumes the same roles; a session lasts one hour.'),
  temporaryCredentials: said('All access is by assumed roles, for one hour.'),
  federation: { ...said('The customer’s people come through IAM Identity Center.'), kind: 'identityCenter' },
  leastPrivilege: said('Each role names its actions and resources.'),
  dedicatedCredentials: said('Every engineer has a sign-in of their own.'),
} satisfies AccessModel;

export function readyEngagement(members: Partial<Engagement> = {}): Engagement {
  return engagementOf({
    workload: { components: ['Web servers'] },
    accessModel: statements,
    principals: [
      { arn: shop.arn('role', '/partner-*'), party: 'partner' },
      { arn: shop.arn('role', '/aws-reserved/*'), party: 'customer' },
    ],
    ...members,
  });
}

export interface Situation {
  answers?: Answer[];
  collectedAt?: string | null;
  snapshots?: Snapshot[];
  /** `null`: none is given. */
  engagement?: Engagement | null;
  partner?: Partner | null;
  issuedAt?: string;
}

/** Assesses the ready account, but for what is given. */
export function assess({
  answers = readyAnswers(),
  collectedAt,
  snapshots,
  engagement = readyEngagement(),
  partner = partnerOf(),
  issuedAt = '2026-10-02',
}: Situation = {}): Assessment {
  return evaluate({
    snapshots: snapshots ?? [shop.snapshot(answers, collectedAt)],
    ...(engagement ? { engagement } : {}),
    ...(partner ? { partner } : {}),
    issuedAt,
  });
}

export function outcomeOf({ criteria }: Assessment, id: CriterionId): string | undefined {
  return criteria.find((criterion) => criterion.id === id)?.outcome;
}

/** Ids of the blockers of a criterion. */
export function blockersOf({ readiness }: Assessment, id: CriterionId): string[] {
  return readiness.blockers.filter((blocker) => blocker.criterion === id).map((blocker) => blocker.id);
}
