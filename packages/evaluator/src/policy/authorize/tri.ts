/** Three-valued truth: `unknown` is what may turn out either way. */
export type Tri = 'yes' | 'no' | 'unknown';

export function triOf(value: boolean): Tri {
  return value ? 'yes' : 'no';
}

export function not(value: Tri): Tri {
  if (value === 'unknown') return value;
  return value === 'yes' ? 'no' : 'yes';
}

/** `no` when one is, whatever the others are; `yes` for none at all. */
export function allOf(values: readonly Tri[]): Tri {
  if (values.includes('no')) return 'no';
  return values.includes('unknown') ? 'unknown' : 'yes';
}

/** `yes` when one is, whatever the others are; `no` for none at all. */
export function anyOf(values: readonly Tri[]): Tri {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}
