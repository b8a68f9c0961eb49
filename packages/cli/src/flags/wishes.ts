/** Flags that decide how things are told. */
export interface Wishes {
  help: boolean;
  version: boolean;
  json: boolean;
  quiet: boolean;
  verbose: boolean;
}

/** Looked for before the flags are checked, so that wrong flags are told in the way asked for. */
export function wishesOf(rest: readonly string[]): Wishes {
  const end = rest.indexOf('--');
  const flags = end < 0 ? rest : rest.slice(0, end);
  const has = (...names: string[]) => names.some((name) => flags.includes(name));
  return { help: has('--help', '-h'), version: has('--version'), json: has('--json'), quiet: has('--quiet'), verbose: has('--verbose') };
}
