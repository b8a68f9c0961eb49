import type { AccountContext } from './context.ts';

/** Makes a fact once for each account, when first asked for, by whoever asks. */
export function once<T>(make: (context: AccountContext) => T): (context: AccountContext) => T {
  const made = new WeakMap<AccountContext, { value: T }>();
  return (context) => {
    const before = made.get(context);
    if (before) return before.value;
    const value = make(context);
    made.set(context, { value });
    return value;
  };
}
