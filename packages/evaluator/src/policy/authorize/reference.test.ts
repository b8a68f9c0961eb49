import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownRequests, toRequest } from './generate.test-helper.ts';
import { authorize } from './index.ts';
import { decideSlowly } from './reference.test-helper.ts';

const CASES = 10_000;
/** Every run tries the same cases. */
const SEED = 20_261_126;

describe('authorize', () => {
  it(`answers ${CASES} generated requests as a slow and obvious reference does`, () => {
    const seen = { allowed: 0, explicitDeny: 0, implicitDeny: 0 };
    fc.assert(
      fc.property(knownRequests, (known) => {
        const wanted = decideSlowly(known);
        seen[wanted] += 1;
        return authorize(toRequest(known)).decision === wanted;
      }),
      { numRuns: CASES, seed: SEED },
    );
    // Generators that hardly ever allow would prove little.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(CASES / 20);
  }, 20_000);
});
