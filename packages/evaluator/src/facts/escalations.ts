import { escalationPath, EscalationReport, type AccountView, type Escalation, type Holding } from '../policy/escalation/index.ts';
import { EscalationChains, type EscalationChain } from './escalation-chain.ts';
import { escalationView } from './escalation-view.ts';
import { known, type Known } from './known.ts';
import { once } from './once.ts';
import { principalsFact, type PrincipalFact } from './principals.ts';

/** How a user or role could get more permissions than it was given. */
export interface PrincipalEscalations {
  subject: number;
  name: string;
  inScope: boolean;
  at: string;
  /** An administrator is told as one, and has nothing to gain. */
  administrator: 'yes' | 'no' | 'unknown';
  /** Which policies it has is in the data. */
  policiesKnown: boolean;
  /** Every role of the account was seen: only then is it known whom none leads to. */
  rolesKnown: boolean;
  /** Names of policies that could not be read. */
  unknown: readonly string[];
  /** Name of a permissions boundary that could not be read. */
  unreadBoundary?: string;
  holding: Holding;
  escalations: readonly Escalation[];
  /** How it comes to be an administrator by way of others; subjects instead of positions. */
  chain?: EscalationChain;
}

export const escalationsFact = once((context): Known<readonly PrincipalEscalations[]> => {
  const principals = principalsFact(context);
  if (!principals.known) return principals;
  const view = escalationView(context, principals.value);
  const found = escalationsIn(principals.value, view);
  const chains = new EscalationChains(principals.value, view);
  chains.walk(ownWays(found, view));
  return known(
    found.map((entry, index) => {
      const chain = entry.administrator === 'yes' ? undefined : chains.of(index);
      return chain ? { ...entry, chain: withSubjects(chain, principals.value) } : entry;
    }),
    principals.gaps,
  );
});

const none: readonly Escalation[] = [];

function escalationsIn(principals: readonly PrincipalFact[], view: AccountView): PrincipalEscalations[] {
  const reports = new Map<Holding, EscalationReport>();
  return principals.map(({ subject, name, inScope, at, policies, boundary, analysis, type, arn, groupArns }) => {
    const { administrator, holding } = analysis;
    const base = {
      subject,
      name,
      inScope,
      at,
      administrator: administrator.state,
      policiesKnown: policies !== null,
      rolesKnown: view.lists.whole.roles,
      unknown: analysis.serviceWildcards.unknown,
      holding,
      ...(holding.boundary === 'unknown' && boundary !== undefined ? { unreadBoundary: boundary.slice(boundary.lastIndexOf('/') + 1) } : {}),
    };
    if (administrator.state === 'yes' || holding.paths.length === 0) return { ...base, escalations: none };
    const report = reports.get(holding) ?? new EscalationReport(holding, view);
    reports.set(holding, report);
    const ownPolicyArns = (policies ?? []).flatMap((policy) =>
      policy.type === 'customerManaged' && policy.policyArn !== undefined ? [policy.policyArn] : [],
    );
    return { ...base, escalations: report.of({ type, arn, groupArns, ownPolicyArns }) };
  });
}

/** Principals that can make themselves administrators without becoming another, by position, with the path. */
function ownWays(found: readonly PrincipalEscalations[], view: AccountView): Map<number, string> {
  const ways = new Map<number, string>();
  for (const [index, { escalations, holding }] of found.entries()) {
    // Within a boundary nobody can grant itself everything; who can all the same is an administrator already.
    if (holding.boundary !== undefined) continue;
    const way = escalations.find((entry) => entry.state === 'reachable' && givesEverything(entry, view));
    if (way) ways.set(index, way.via);
  }
  return ways;
}

function givesEverything({ via, target }: Escalation, view: AccountView): boolean {
  if (escalationPath(via).everything === true) return true;
  return via === 'iam-013' && view.groups().some(({ privileges, targets }) => privileges.administrator && targets.some(({ arn }) => arn === target));
}

function withSubjects(chain: EscalationChain, principals: readonly PrincipalFact[]): EscalationChain {
  return { ...chain, steps: chain.steps.map((step) => ({ ...step, to: step.to === null ? null : (principals[step.to]?.subject ?? null) })) };
}
