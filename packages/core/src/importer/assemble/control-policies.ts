import type { Draft } from '../draft.ts';
import { inOrder, type Members } from '../decode/members.ts';
import { nestedLists } from '../nested.ts';
import { byMember, lacking, mergedBy, NestedReader, type Joined } from './nested.ts';

const listed = 'organizations:ListPolicies';
const targetsOf = 'organizations:ListTargetsForPolicy';
const sources = [listed, 'organizations:ListPoliciesForTarget', 'organizations:DescribePolicy'];

export const controlPolicyTypes = {
  serviceControlPolicies: 'SERVICE_CONTROL_POLICY',
  resourceControlPolicies: 'RESOURCE_CONTROL_POLICY',
} as const;

/** Policies of one type, each with its document and its targets. */
export function joinControlPolicies(draft: Draft, part: keyof typeof controlPolicyTypes): Joined | undefined {
  const type = controlPolicyTypes[part];
  const reader = new NestedReader(draft, part);
  const whole = reader.list(listed, type)?.finalAnswers ?? 0;
  const entries = sources.flatMap((call) => ofType(draft, call, type, reader));
  if (!reader.answered) return undefined;
  const policies = [...mergedBy(entries, 'id').values()].map((policy) => {
    const targets = reader.whole(targetsOf, String(policy['id']), 'targetId');
    return inOrder({ ...policy, ...(targets ? { targets } : {}) });
  });
  return {
    value: byMember(policies, 'id'),
    count: policies.length,
    reasons: [
      ...(whole > 0 ? [] : ['nothing says that all policies are listed']),
      ...lacking(
        policies.filter(({ content }) => content === undefined).length,
        'policy is without its document',
        'policies are without their documents',
      ),
      ...lacking(
        policies.filter(({ targets }) => targets === undefined).length,
        'policy is without its targets',
        'policies are without their targets',
      ),
    ],
  };
}

/** Policies of another type in a list are of another part: only a list with one of this type is looked at. */
function ofType(draft: Draft, call: string, type: string, reader: NestedReader): Members[] {
  return [...nestedLists(draft, call)].flatMap(([of, list]) => {
    const own = [...list.entries.values()].map(({ value }) => value).filter((policy) => policy['type'] === type);
    if (own.length > 0) reader.list(call, of);
    return own;
  });
}

/** Tells what answers were handed in that no policy of a type needed. */
export function tellUnusedPolicies(draft: Draft): void {
  const known: ReadonlySet<unknown> = new Set(Object.values(controlPolicyTypes));
  const entries = sources.flatMap((call) => [...nestedLists(draft, call).values()].flatMap((list) => [...list.entries.values()]));
  const others = new Set(entries.filter(({ value }) => !known.has(value['type'])).map(({ value }) => value['id']));
  const ids = new Set(entries.map(({ value }) => value['id']));
  const stray = [...nestedLists(draft, targetsOf).keys()].filter((id) => !ids.has(id)).length;
  if (others.size > 0)
    draft.note(
      'ignored',
      'not-used',
      `${others.size} ${others.size === 1 ? 'policy' : 'policies'} of the organization of another type than control policies`,
      '',
    );
  if (stray > 0) draft.note('ignored', 'not-used', `targets of ${stray} ${stray === 1 ? 'policy' : 'policies'} that no list describes`, '');
}
