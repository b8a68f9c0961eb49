import { isOwn, type Caller } from './caller.ts';
import type { Holding } from './holding.ts';
import { fitting } from './judge.ts';
import { escalationPath, type CompiledPath } from './paths.ts';
import { deniedOn, rightsOf, rule, type Held, type Rights } from './ruling.ts';
import { ruleService } from './service-ruling.ts';
import { profileNeed, userNeed } from './needs.ts';
import { trustsService, type Known, type RoleTarget, type UserTarget } from './view.ts';

/** A step from one principal to another: the path by which, and whether a condition stands beside it. */
export interface Move {
  path: string;
  held: Exclude<Held, 'no'>;
}

const nobody: Caller = {};
const userPaths = ['iam-002', 'iam-003', 'iam-004', 'iam-006'];

/** Whom those who share a holding can become: asked about one role or user at a time. */
export class Moves {
  readonly holding: Holding;
  private passing: readonly { path: CompiledPath; held: Exclude<Held, 'no'> }[] | undefined;

  constructor(holding: Holding) {
    this.holding = holding;
  }

  /** What the grants of an action name: where to look for whom they reach. */
  patterns(action: string): readonly string[] {
    const named = this.about(action).allows.flatMap(({ resource }) =>
      resource.negated ? ['*'] : resource.patterns.filter((pattern) => !isOwn(pattern)),
    );
    return [...new Set(named.map((pattern) => pattern.replace(/\$\{[^{}]*\}/g, '*')))];
  }

  /** Into a role whose trust lets in the account, or the caller by name. */
  assumes(arn: string): Held {
    return rule(this.about('sts:AssumeRole'), { arn }, nobody).held;
  }

  /** Whether an unconditional Deny keeps out even one that the trust policy names. */
  isKeptOut(arn: string): boolean {
    return deniedOn(this.about('sts:AssumeRole'), { arn }, nobody) === 'yes';
  }

  into(role: RoleTarget): Move | undefined {
    const trustEdit = this.has('iam-012') && !role.reserved ? rule(this.about('iam:UpdateAssumeRolePolicy'), { arn: role.arn }, nobody).held : 'no';
    return betterMove(this.passed(role), trustEdit === 'no' ? undefined : { path: 'iam-012', held: trustEdit });
  }

  as(user: UserTarget): Move | undefined {
    return userPaths.reduce<Move | undefined>((best, id) => betterMove(best, this.has(id) ? this.takesOver(id, user) : undefined), undefined);
  }

  private takesOver(id: string, user: UserTarget): Move | undefined {
    const { actions, needs = [] } = escalationPath(id);
    const met = needs.map((need) => userNeed(need, user));
    const held = actions.map((action) => rule(this.about(action), { arn: user.arn }, nobody).held);
    if (met.includes('no') || held.includes('no')) return undefined;
    return { path: id, held: met.includes('unknown') || held.includes('maybe') ? 'maybe' : 'yes' };
  }

  /** By something new that the role is given to. */
  private passed(role: RoleTarget): Move | undefined {
    if (role.arn.includes(':role/aws-service-role/')) return undefined;
    let best: Move | undefined;
    for (const { path, held } of this.newThings()) {
      const trusts = (path.services ?? []).map((service) => trustsService(role, service));
      const known: Known = trusts.includes('yes') ? 'yes' : trusts.includes('unknown') ? 'unknown' : 'no';
      const profile = path.needs?.includes('instanceProfile') === true ? profileNeed(role, this.holding, false) : 'yes';
      const passes =
        known === 'no' || profile === 'no' ? 'no' : rule(this.about('iam:PassRole'), { arn: role.arn }, nobody, fitting('iam:PassRole', path)).held;
      const sure = held === 'yes' && known === 'yes' && profile === 'yes';
      if (passes !== 'no') best = betterMove(best, { path: path.id, held: sure ? passes : 'maybe' });
      if (best?.held === 'yes') break;
    }
    return best;
  }

  private newThings(): readonly { path: CompiledPath; held: Exclude<Held, 'no'> }[] {
    this.passing ??= this.holding.paths
      .filter(({ category, existing, retired }) => category === 'newPassRole' && existing !== true && retired === undefined)
      .flatMap((path) => {
        const held = path.steps.filter(({ target }) => target === 'service').map(({ action }) => ruleService(this.about(action), action).held);
        return held.includes('no') ? [] : [{ path, held: held.includes('maybe') ? ('maybe' as const) : ('yes' as const) }];
      });
    return this.passing;
  }

  private has(id: string): boolean {
    return this.holding.paths.some((path) => path.id === id);
  }

  private about(action: string): Rights {
    return rightsOf(this.holding, action);
  }
}

/** The one without a condition beside it, else the first. */
export function betterMove(a: Move | undefined, b: Move | undefined): Move | undefined {
  return a === undefined || (b?.held === 'yes' && a.held !== 'yes') ? b : a;
}
