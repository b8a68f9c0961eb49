import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownRequests, toRequest } from './generate.test-helper.ts';
import { authorize } from './index.ts';
import { decideSlowly, type KnownRequest } from './reference.test-helper.ts';

const CASES = 10_000;
/** Every run tries the same cases. */
const SEED = 20_261_126;

describe('authorize', () => {
  it(`answers ${CASES} generated requests as a slow and obvious reference does`, () => {
    const seen = { allowed: 0, explicitDeny: 0, implicitDeny: 0 };
    const agrees = (known: KnownRequest): boolean => {
      const wanted = decideSlowly(known);
      seen[wanted] += 1;
      return authorize(toRequest(known)).decision === wanted;
    };
    // A sample is twice as fast as a property; a property is asked only to make a disagreement small.
    const wrong = fc.sample(knownRequests, { numRuns: CASES, seed: SEED }).find((known) => !agrees(known));
    if (wrong) fc.assert(fc.property(knownRequests, agrees), { numRuns: CASES, seed: SEED });
    expect(wrong).toBeUndefined();
    // Generators that hardly ever allow, or deny, would prove little.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(CASES / 20);
  });
});
