import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsOf, add, expandActions, noActions, servicesIn, union } from './action-set.ts';

const pattern = fc.constantFrom(
  'ec2:StartInstances',
  'EC2:stopinstances',
  'ec2:Describe*',
  's3:GetObject',
  's3:*',
  'iam:PassRole',
  'iam:List*',
  'sts:AssumeRole',
  'lambda:*Function*',
  'zzz:Nothing',
  '*',
);

describe('the actions of several patterns', () => {
  it('are those of each together, few or many, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 8 }), fc.boolean(), (patterns, negated) => {
        const { set, unknown } = expandActions({ negated, patterns });
        const [got, each] = [noActions(), noActions()];
        add(got, set);
        for (const one of patterns) add(each, actionsOf(one));
        const all = noActions();
        add(all, actionsOf('*'));
        expect(got).toEqual(negated ? all.map((word, place) => word & ~(each[place] ?? 0)) : each);
        expect(set.places).toEqual([...new Set(set.places)].sort((a, b) => a - b));
        expect(set.words).not.toContain(0);
        expect(unknown).toEqual(negated ? [] : patterns.filter((one) => one === 'zzz:Nothing'));
      }),
      { numRuns: 500 },
    );
  });

  it('are in the services that their prefixes name', () => {
    const [ec2, s3] = ['ec2:StartInstances', 's3:GetObject'].map((one) => {
      const words = noActions();
      add(words, actionsOf(one));
      return words;
    });
    const prefixes = (...services: { prefix: string }[]) => services.map(({ prefix }) => prefix);
    expect(ec2 && s3 && prefixes(...servicesIn(ec2, s3))).toEqual(['ec2', 's3']);
    expect(ec2 && s3 && prefixes(...servicesIn(union(ec2, s3)))).toEqual(['ec2', 's3']);
  });
});
