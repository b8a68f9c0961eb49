import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { everythingOf } from './account/everything.ts';
import { sender } from './client.test-helper.ts';
import { startIamServer, type IamServer } from './index.ts';

export const account = makeAccount(sizes.small);

type Answer = Record<string, unknown>;
/** A call, its input, and what the SDK makes of the answer, in AWS's own shapes; `look` picks from it. */
export type Case = [call: string, input: Record<string, unknown>, expected: unknown, look?: (answer: Answer) => unknown];

export const first = (list: string) => (answer: Answer) => (answer[list] as unknown[])[0];

/** Sends each call to a server that has something in every part. */
export function checkAnswers(table: readonly Case[]): void {
  let server: IamServer;
  let send: ReturnType<typeof sender>;
  beforeAll(async () => {
    server = await startIamServer({ snapshot: everythingOf(account), report: 'ready', now: '2026-10-01T09:00:00Z' });
    send = sender(server.url);
  });
  afterAll(() => server.close());

  it.each([...table])('%s %j', async (call, input, expected, look = (answer) => answer) => {
    expect(plain(look(await send(call, input)))).toEqual(plain(expected));
  });
}

/** Buffers as bytes, without what is absent. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([name, entry]) => [name, plain(entry)]),
  );
}
