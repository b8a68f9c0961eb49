import { importSources } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { source } from '../fixtures/account.ts';
import { sender } from '../iam-server/client.test-helper.ts';
import { now } from './collecting.test-helper.ts';

type Answer = Record<string, unknown>;

const accountCalls = [
  'sts:GetCallerIdentity',
  'iam:GetAccountSummary',
  'iam:GetAccountPasswordPolicy',
  'iam:GetAccountAuthorizationDetails',
  'iam:ListUsers',
  'iam:ListRoles',
  'iam:ListVirtualMFADevices',
  'iam:ListSAMLProviders',
  'iam:ListOpenIDConnectProviders',
  'iam:ListAccountAliases',
  'iam:ListServerCertificates',
  'iam:ListOrganizationsFeatures',
  'iam:ListDelegationRequests',
];
const forAll = 'iam:ListServiceSpecificCredentials';
const userCalls = ['iam:ListAccessKeys', 'iam:ListMFADevices', 'iam:ListSSHPublicKeys', 'iam:ListSigningCertificates'];

/** The snapshot of the files that somebody gets who asks for everything with the AWS CLI, call by call, without the collector. */
export async function importedFrom(url: string, depth: 'account' | 'full'): Promise<Snapshot> {
  const send = sender(url);
  const answers: Answer[] = [
    { format: 'iam-dossier.export', formatVersion: 1, collectedAt: now, everyUser: [forAll, ...(depth === 'full' ? userCalls : [])] },
  ];
  for (const call of accountCalls) answers.push(await whole(send, call));
  answers.push(await whole(send, forAll, { AllUsers: true }));
  while ((await send('iam:GenerateCredentialReport'))['State'] !== 'COMPLETE');
  const report = await send('iam:GetCredentialReport');
  answers.push({ ...report, Content: Buffer.from(report['Content'] as Uint8Array).toString('base64') });
  for (const { Arn: arn } of entriesOf(answers, 'OpenIDConnectProviderList'))
    answers.push({ Arn: arn, ...(await send('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn })) });
  if (depth === 'full') await addPrincipals(send, answers);
  return importSources(answers.map((answer, index) => source(`answer-${String(index).padStart(5, '0')}.json`, answer)));
}

async function addPrincipals(send: ReturnType<typeof sender>, answers: Answer[]): Promise<void> {
  for (const { UserName: name } of entriesOf(answers, 'UserDetailList'))
    for (const call of userCalls) answers.push(await whole(send, call, { UserName: name }));
  for (const { AccessKeyId: key } of entriesOf(answers, 'AccessKeyMetadata'))
    answers.push({ AccessKeyId: key, ...(await send('iam:GetAccessKeyLastUsed', { AccessKeyId: key })) });
  for (const { Arn: arn } of [...entriesOf(answers, 'UserDetailList'), ...entriesOf(answers, 'RoleDetailList')]) {
    const { JobId: job } = await send('iam:GenerateServiceLastAccessedDetails', { Arn: arn });
    let answer: Answer;
    do answer = await whole(send, 'iam:GetServiceLastAccessedDetails', { JobId: job });
    while (answer['JobStatus'] === 'IN_PROGRESS');
    answers.push({ Arn: arn, ...answer });
  }
}

/** All pages of a call, joined as the CLI joins them. */
async function whole(send: ReturnType<typeof sender>, call: string, input: Answer = {}): Promise<Answer> {
  let joined: Answer | undefined;
  for (let marker: unknown; ;) {
    const { Marker: next, IsTruncated: _, ...page } = await send(call, marker === undefined ? input : { ...input, Marker: marker });
    joined = joined === undefined ? page : joinedWith(joined, page);
    if (next === undefined) return joined;
    marker = next;
  }
}

function joinedWith(before: Answer, page: Answer): Answer {
  const lists = Object.entries(page).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  return { ...before, ...Object.fromEntries(lists.map(([name, list]) => [name, [...((before[name] ?? []) as unknown[]), ...list]])) };
}

function entriesOf(answers: readonly Answer[], list: string): Answer[] {
  return answers.flatMap((answer) => (answer[list] ?? []) as Answer[]);
}
