import fc from 'fast-check';
import { expect, it } from 'vitest';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { fitsPattern } from './arn-pattern.ts';
import { declarationOf, exclusionOf } from './party.ts';

const names = ['ana', 'ben', 'ana-2', 'an*', '*', 'x'];
const entries = fc.array(fc.constantFrom(...names), { maxLength: 8 });
const arn = (name: string) => `arn:aws:iam::111122223333:user/${name}`;

it('takes the first entry that fits, whether it names one principal or many', () => {
  fc.assert(
    fc.property(entries, fc.constantFrom('ana', 'ben', 'ana-2', 'zoe'), (patterns, name) => {
      const principals = patterns.map((pattern, index) => ({ arn: arn(pattern), party: 'partner' as const, person: `p${index}` }));
      const exclude = patterns.map((pattern, index) => ({ arn: arn(pattern), reason: `r${index}`, author: 'Ana', date: '2026-10-01' }));
      const engagement = engagementOf({ principals, scope: { exclude } });
      const first = patterns.findIndex((pattern) => fitsPattern(arn(pattern), arn(name)));
      expect(declarationOf(arn(name), engagement)?.person).toBe(principals[first]?.person);
      expect(exclusionOf(arn(name), engagement)?.reason).toBe(exclude[first]?.reason);
    }),
  );
});
