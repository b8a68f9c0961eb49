/** RFC 6901 pointer from member names and list positions. */
export function pointer(...segments: (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value a pointer names, or `undefined` where nothing stands there. */
export function resolvePointer(root: unknown, path: string): unknown {
  if (path === '') return root;
  let value = root;
  for (const raw of path.slice(1).split('/')) {
    if (value === null || typeof value !== 'object') return undefined;
    const segment = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}
