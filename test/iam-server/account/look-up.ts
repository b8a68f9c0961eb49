export type Values = Readonly<Record<string, unknown>>;

/**
 * The member of that name, however its first letters are cased: a snapshot holds AWS's names in lower camel case,
 * and what it had no name for under `extra`.
 */
export function lookUp(value: Values, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name];
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  if (Object.hasOwn(value, camel)) return value[camel];
  const key = Object.keys(value).find((own) => own.length === name.length && own.toLowerCase() === name.toLowerCase());
  if (key !== undefined) return value[key];
  const extra = value['extra'];
  return isValues(extra) && Object.hasOwn(extra, name) ? extra[name] : undefined;
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
