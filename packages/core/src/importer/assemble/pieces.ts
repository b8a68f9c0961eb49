import { canonicalJson } from '../../json/canonical.ts';
import { sortedBy } from '../../json/order.ts';
import type { PartName } from '../../snapshot/parts.ts';
import { nameOfArn } from '../decode/entities.ts';
import { inOrder, type Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { listedPolicies, policyVersions } from '../kinds/policies.ts';
import { oneProvider } from '../kinds/providers.ts';
import { membersIn, nestedLists, type NestedList } from '../nested.ts';

/** Puts together what single calls say of one entity, where their answers name it. What nothing can be done with is told. */
export function joinPieces(draft: Draft): void {
  joinPolicies(draft);
  joinProviders(draft);
}

function joinPolicies(draft: Draft): void {
  const part = draft.parts.managedPolicies;
  const listed = nestedLists(draft, listedPolicies).get('');
  const versions = nestedLists(draft, policyVersions);
  const used = attachedArns(draft);
  let needless = 0;
  for (const policy of listed ? membersIn(listed) : []) {
    const arn = policy['arn'] as string;
    if (part.entries.has(arn) || versions.has(arn) || !isOfAws(arn) || used.has(arn)) complete(draft, 'managedPolicies', arn, policy);
    else needless += 1;
  }
  for (const [arn, list] of versions) addVersions(draft, arn, membersIn(list));
  for (const list of [...(listed ? [listed] : []), ...versions.values()]) use(draft, 'managedPolicies', list);
  if (needless > 0) {
    const [are, they] = needless === 1 ? ['1 listed policy of AWS is', 'it is'] : [`${needless} listed policies of AWS are`, 'they are'];
    draft.note('ignored', 'not-used', `${are} used by nobody here; ${they} left out`, '');
  }
}

function addVersions(draft: Draft, arn: string, given: readonly Members[]): void {
  const { entries, contradictions } = draft.parts.managedPolicies;
  const known = (entries.get(arn)?.value['policyVersionList'] ?? []) as Members[];
  const absent = given.filter((version) => !known.some(({ versionId }) => versionId === version['versionId']));
  if (absent.length === 0) return;
  const all = sortedBy([...known, ...absent], ({ versionId }) => String(versionId));
  complete(draft, 'managedPolicies', arn, { arn, policyName: nameOfArn(arn), policyVersionList: all });
  const stated = entries.get(arn)?.value['defaultVersionId'];
  const inForce = all.filter(({ isDefaultVersion }) => isDefaultVersion === true).map(({ versionId }) => versionId);
  if (inForce.length < 2 && (inForce.length === 0 || stated === undefined || inForce[0] === stated)) return;
  contradictions.push(arn);
  const versions = sortedBy([...new Set([...inForce, ...(stated === undefined ? [] : [stated])])].map(String), (id) => id).join(' and ');
  draft.note(
    'warning',
    'contradictory',
    `which version of ${arn} is in force differs between two calls (${versions}); the part is marked partial`,
    '',
  );
}

/** A policy of AWS that nothing here refers to says nothing about the account. */
function attachedArns(draft: Draft): Set<unknown> {
  const { userDetails, groupDetails, roleDetails, users, roles } = draft.parts;
  const holders = [userDetails, groupDetails, roleDetails, users, roles].flatMap(({ entries }) => [...entries.values()]);
  return new Set(
    holders.flatMap(({ value }) => {
      const attached = (value['attachedManagedPolicies'] ?? []) as Members[];
      const boundary = value['permissionsBoundary'] as Members | undefined;
      return [...attached.map(({ policyArn }) => policyArn), boundary?.['permissionsBoundaryArn']];
    }),
  );
}

function isOfAws(arn: string): boolean {
  return /^arn:[^:]*:iam::aws:/.test(arn);
}

/** IAM forms the ARN of such a provider from its URL, so that a listed ARN tells which provider an answer is about. */
function joinProviders(draft: Draft): void {
  const list = nestedLists(draft, oneProvider).get('');
  if (!list) return;
  const arns = [...draft.parts.openIdConnectProviders.entries.keys()];
  let unknown = 0;
  for (const provider of membersIn(list)) {
    const url = String(provider['url']).replace(/^https:\/\//, '');
    const arn = provider['arn'] ?? arns.find((listed) => listed.endsWith(`:oidc-provider/${url}`));
    if (typeof arn === 'string') complete(draft, 'openIdConnectProviders', arn, inOrder({ ...provider, arn }));
    else unknown += 1;
  }
  if (unknown < list.entries.size) use(draft, 'openIdConnectProviders', list);
  if (unknown === 0) return;
  const message = `${unknown} ${unknown === 1 ? 'provider has' : 'providers have'} no ARN; hand in "aws iam list-open-id-connect-providers" as well`;
  draft.note('warning', 'not-used', message, list.sources.length === 1 ? list.sources[0]?.name : '');
  draft.parts.openIdConnectProviders.contradictions.push('a provider without ARN');
}

/** Adds what is known of an entity. What two calls say differently of it changed between them: the first is kept. */
function complete(draft: Draft, part: PartName, key: string, value: Members): void {
  const { entries, contradictions } = draft.parts[part];
  const before = entries.get(key);
  if (!before) {
    entries.set(key, { value: inOrder(value), from: 'single calls' });
    return;
  }
  const differing = Object.keys(value).filter(
    (name) => name in before.value && name !== 'policyVersionList' && differ(before.value[name], value[name]),
  );
  const versions = value['policyVersionList'] ?? before.value['policyVersionList'];
  before.value = inOrder({ ...value, ...before.value, ...(versions === undefined ? {} : { policyVersionList: versions }) });
  if (differing.length === 0) return;
  contradictions.push(key);
  draft.note('warning', 'contradictory', `what two calls say of ${key} differs (${differing.join(', ')}); the part is marked partial`, '');
}

function differ(a: unknown, b: unknown): boolean {
  return canonicalJson(a) !== canonicalJson(b);
}

/** Counts the answers among the sources of the part, as answers about single entities: they do not say that there are no others. */
function use(draft: Draft, part: PartName, { sources, contradictions }: NestedList): void {
  const target = draft.parts[part];
  for (const source of sources) if (!target.sources.includes(source)) target.sources.push(source);
  target.singleAnswers += 1;
  target.contradictions.push(...contradictions);
}
