const platforms = ['linux', 'darwin', 'win32'];

/**
 * What keeps a lockfile from serving every platform. A registry that lags makes pnpm leave native packages out without a
 * word, so every optional package that an installed one declares must be locked.
 * @param {{ packages: Record<string, { resolution?: { integrity?: string, tarball?: string }, os?: string[] }> }} lock
 * @param {{ name: string, version: string, optionalDependencies?: Record<string, string> }[]} installed
 * @returns {string[]}
 */
export function lockfileProblems(lock, installed) {
  const locked = Object.entries(lock.packages);
  const names = new Set(locked.map(([key]) => key.slice(0, key.lastIndexOf('@'))));
  return [
    ...installed.flatMap((manifest) => missingOptionals(manifest, names)),
    ...locked.filter(([, entry]) => !entry.resolution?.integrity).map(([key]) => `${key} is locked without its integrity`),
    ...locked.filter(([, entry]) => entry.resolution?.tarball).map(([key]) => `${key} is locked to one address`),
    ...platforms.filter((os) => !locked.some(([, entry]) => entry.os?.includes(os))).map((os) => `no package for ${os} is locked`),
  ];
}

function missingOptionals({ name, version, optionalDependencies = {} }, names) {
  const missing = Object.keys(optionalDependencies).filter((optional) => !names.has(optional));
  return missing.map((optional) => `${optional}, which ${name}@${version} needs on other machines, is not locked`);
}
