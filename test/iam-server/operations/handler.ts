import type { Caller, Served } from '../account/served.ts';
import type { Values } from '../account/look-up.ts';
import type { State } from '../state.ts';

export interface Ask {
  params: Values;
  served: Served;
  caller: Caller;
  /** The access key that signed the request. */
  accessKeyId: string;
  state: State;
}

/** What is answered: members as they are, and lists, which are cut into pages where the operation has a marker. */
export interface Answer {
  output?: Values;
  lists?: readonly (readonly [member: string, entries: readonly unknown[]])[];
}

export type Handler = (ask: Ask) => Answer;

export const listing = (member: string, entries: readonly unknown[]): Answer => ({ lists: [[member, entries]] });

export function textParam(params: Values, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}
