import { describe, expect, it } from 'vitest';
import { expandActions } from '../action-set.ts';
import { escalationCategories } from './path.ts';
import { escalationPath, escalationPaths } from './paths.ts';

const paths = escalationPaths();
const within = (a: readonly string[], b: readonly string[]) => a.every((action) => b.includes(action));

describe('escalation paths', () => {
  it('are the 121 sets of the lists that were read, and one of our own', () => {
    const listed = paths.filter(({ id }) => !id.startsWith('own-'));
    expect(escalationCategories.map((category) => listed.filter((path) => path.category === category).length)).toEqual([17, 18, 59, 27]);
    expect(new Set(paths.map(({ id }) => id)).size).toBe(122);
    expect(new Set(paths.map(({ actions }) => [...actions].sort().join())).size).toBe(122);
  });

  it('name actions that the table has', () => {
    const unknown = paths.flatMap(({ actions }) => expandActions({ negated: false, patterns: actions }).unknown);
    expect(unknown).toEqual([]);
  });

  it('say of every action what it acts on, and name no other', () => {
    for (const { id, on = {}, actions } of paths) expect([id, Object.keys(on).filter((action) => !actions.includes(action))]).toEqual([id, []]);
    const iam = paths.flatMap(({ id, steps, category }) =>
      category === 'selfEscalation' || category === 'principalAccess'
        ? steps.flatMap(({ action, target }) => (/^(iam|sts):/.test(action) && target === 'service' ? [`${id} ${action}`] : []))
        : [],
    );
    expect(iam).toEqual([]);
  });

  it('stand under a smallest set, of which they hold every action', () => {
    for (const { id, parent, like, actions } of paths) {
      if (parent === undefined) continue;
      const root = escalationPath(parent);
      expect([id, root.parent, like !== undefined || within(root.actions, actions)]).toEqual([id, undefined, true]);
    }
  });

  it('of which no smallest set holds another', () => {
    const roots = paths.filter((path) => path.parent === undefined);
    const wider = roots.flatMap((root) =>
      roots.filter((other) => other !== root && within(other.actions, root.actions)).map((other) => `${root.id} > ${other.id}`),
    );
    expect(wider).toEqual([]);
  });

  it('pass roles to services, and say to which', () => {
    const silent = paths.filter(({ actions, services }) => actions.includes('iam:PassRole') && services === undefined);
    expect(silent).toEqual([]);
  });
});
