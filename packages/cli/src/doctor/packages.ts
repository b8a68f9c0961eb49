import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import type { Check } from './check.ts';

interface Manifest {
  name: string;
  version: string;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const fromHere = createRequire(import.meta.url);
const rendererPath = fromHere.resolve('@iam-dossier/renderer/package.json');
const fromRenderer = createRequire(rendererPath);

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

const own = readManifest(fromHere.resolve('../../package.json'));
const renderer = readManifest(rendererPath);

/** An installed package's version, whatever its exports hide. */
function versionOf(name: string, from: NodeJS.Require): string | undefined {
  const path = (from.resolve.paths(name) ?? []).map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file));
  return path === undefined ? undefined : readManifest(path).version;
}

export function checkNode(version: string = process.versions.node): Check {
  const wanted = own.engines?.node ?? '';
  const held = holds(version, wanted.replace('>=', ''));
  const text = `Node ${version} (${wanted} is needed)`;
  return { name: 'node', status: held ? 'ok' : 'fail', text, ...(held ? {} : { fix: 'Install a newer Node.' }) };
}

function holds(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

export function checkPackages(): Check {
  const found = [
    `iam-dossier ${own.version}`,
    ...['core', 'evaluator', 'renderer'].map((name) => `${name} ${versionOf(`@iam-dossier/${name}`, fromHere) ?? 'missing'}`),
    `templates ${versionOf('@iam-dossier/templates', fromRenderer) ?? 'missing'}`,
  ];
  const equal = found.every((entry) => entry.endsWith(` ${own.version}`));
  return {
    name: 'packages',
    status: equal ? 'ok' : 'warn',
    text: found.join(', '),
    ...(equal ? {} : { fix: 'Install all of them in one version.' }),
  };
}

/** What brings and drives a browser; an install may have left it out. */
export function checkOptional(): Check {
  const wanted = Object.keys(renderer.optionalDependencies ?? {});
  const found = wanted.map((name) => ({ name, version: versionOf(name, fromRenderer) }));
  const missing = found.filter(({ version }) => version === undefined);
  const text = found.map(({ name, version }) => `${name} ${version ?? 'not installed'}`).join(', ');
  return {
    name: 'optional',
    status: missing.length === 0 ? 'ok' : 'warn',
    text,
    ...(missing.length === 0 ? {} : { fix: 'Install again without --no-optional (--omit=optional).' }),
  };
}

export function checkFonts(): Check {
  const names = Object.keys(renderer.dependencies ?? {}).filter((name) => /^@fontsource(-variable)?\//.test(name));
  const missing = names.filter((name) => versionOf(name, fromRenderer) === undefined);
  if (missing.length > 0) return { name: 'fonts', status: 'fail', text: `${missing.join(', ')} not installed`, fix: 'Install the packages again.' };
  return { name: 'fonts', status: 'ok', text: `${names.length} families bundled; fonts of this machine are never used` };
}
