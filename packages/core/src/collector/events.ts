import type { CollectEvent, CollectOptions } from './options.ts';

export interface Events {
  emit: (event: CollectEvent) => void;
  /** Tells the start, and then what happened before it was known whose account this is. */
  start: (event: Extract<CollectEvent, { kind: 'start' }>) => void;
}

/** Events in an order that makes sense: the start first. */
export function openEvents(tell: CollectOptions['onEvent'] = () => undefined): Events {
  let early: CollectEvent[] | undefined = [];
  return {
    emit: (event) => {
      if (early === undefined) tell(event);
      else early.push(event);
    },
    start: (event) => {
      const waiting = early ?? [];
      early = undefined;
      for (const each of [event, ...waiting]) tell(each);
    },
  };
}
