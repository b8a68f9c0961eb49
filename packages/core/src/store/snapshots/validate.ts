import { join } from 'node:path';
import { isDossierError, type Problem } from '../../errors/index.ts';
import { canonicalJson } from '../../json/canonical.ts';
import { documentLines } from '../../json/lines.ts';
import { compareText } from '../../json/order.ts';
import { readSnapshot, SNAPSHOT_VERSION, type Snapshot } from '../../snapshot/index.ts';
import { readTextOf } from './bytes.ts';
import { readIndex, type IndexEntry } from './catalogue.ts';
import { listSnapshots, nothingOf, type StoredFile } from './list.ts';
import { readValueAt } from './read.ts';
import { summaryOf } from './summary.ts';

/** One thing to know of a store. A `note` is harmless; a `problem` is not. */
export interface StoreFinding {
  level: 'problem' | 'note';
  path: string;
  /** Kebab-case kind: `snapshot-damaged`, `link`, `order`, `index-stale`, … */
  code: string;
  message: string;
  problems?: readonly Problem[];
}

export interface StoreValidation {
  /** Snapshots that were read whole. */
  checked: number;
  accounts: readonly string[];
  findings: readonly StoreFinding[];
}

/** By what each list of a snapshot stands in order. */
const orders = {
  users: 'userId',
  groups: 'groupId',
  roles: 'roleId',
  managedPolicies: 'policyId',
  virtualMfaDevices: 'serialNumber',
  mfaDevices: 'userName',
  samlProviders: 'arn',
  openIdConnectProviders: 'arn',
  accessKeys: 'userName',
  serviceSpecificCredentials: 'userName',
  sshPublicKeys: 'userName',
  signingCertificates: 'userName',
} as const satisfies Partial<Record<keyof Snapshot, string>>;

/**
 * Reads every file of a store, or of one account in it: digest, schema, order, form, and what the index says of it.
 * @throws DossierError only when the store itself cannot be read, or holds nothing of that account
 */
export async function validateStore(store: string, account?: string, onFile: (file: StoredFile) => void = () => undefined): Promise<StoreValidation> {
  const listing = await listSnapshots(store, account);
  const { accounts, files, others } = listing;
  if (account !== undefined && !accounts.includes(account)) throw nothingOf(account, listing);
  const findings: StoreFinding[] = others.map(({ path, kind, reason }) => ({
    level: kind === 'link' || kind === 'unreadable' ? 'problem' : 'note',
    path,
    code: kind,
    message: reason,
  }));
  const asked = account === undefined ? accounts : [account];
  for (const id of asked) {
    const own = files.filter((file) => file.account === id);
    const index = await readIndex(join(store, id));
    for (const file of own) {
      onFile(file);
      for (const path of file.twin === undefined ? [file.path] : [file.path, file.twin]) findings.push(...(await check(path, file, index)));
      if (file.twin !== undefined)
        findings.push({ level: 'note', path: file.twin, code: 'twice', message: `it lies there in both forms; ${file.name} is read` });
    }
    findings.push(...indexFindings(join(store, id), own, index));
  }
  return { checked: files.length, accounts: asked, findings: findings.sort((a, b) => compareText(a.path, b.path)) };
}

async function check(path: string, file: StoredFile, index: ReadonlyMap<string, IndexEntry> | undefined): Promise<StoreFinding[]> {
  try {
    const { value, digest = '' } = await readValueAt(path);
    const snapshot = readSnapshot(value, path);
    return [
      ...orderFindings(path, snapshot),
      ...(await formFindings(path, value)),
      ...versionFindings(path, value),
      ...wrongIndex(path, file, index, snapshot, digest),
    ];
  } catch (error) {
    if (!isDossierError(error)) throw error;
    return [
      {
        level: 'problem',
        path,
        code: error.code,
        message: `${error.message.replace(`${path} `, 'it ')}. ${error.hint}`,
        ...(error.problems.length > 0 ? { problems: error.problems } : {}),
      },
    ];
  }
}

function orderFindings(path: string, snapshot: Snapshot): StoreFinding[] {
  return Object.entries(orders).flatMap(([list, key]): StoreFinding[] => {
    const ids = (snapshot[list as keyof typeof orders] as readonly Record<string, unknown>[]).map((entry) => textOf(entry[key]));
    const at = ids.findIndex((id, index) => index > 0 && compareText(ids[index - 1] ?? '', id) > 0);
    return at < 0
      ? []
      : [
          {
            level: 'problem',
            path,
            code: 'order',
            message: `/${list}/${at} stands behind one with a later ${key}: lists are sorted when they are read`,
          },
        ];
  });
}

/** Line ends that a version control system changed, or another layout: the content is the same. */
async function formFindings(path: string, value: unknown): Promise<StoreFinding[]> {
  const text = await readTextOf(path);
  let at = 0;
  for (const line of documentLines(value as object)) {
    if (!text.startsWith(line, at))
      return [{ level: 'note', path, code: 'form', message: 'it is laid out otherwise than it was stored; the content is the same' }];
    at += line.length;
  }
  return [];
}

function versionFindings(path: string, value: unknown): StoreFinding[] {
  const { formatVersion } = value as { formatVersion: number };
  if (formatVersion === SNAPSHOT_VERSION) return [];
  return [
    {
      level: 'note',
      path,
      code: 'older-format',
      message: `it has format version ${formatVersion}; it is upgraded whenever it is read, and stays as it is`,
    },
  ];
}

function wrongIndex(
  path: string,
  file: StoredFile,
  index: ReadonlyMap<string, IndexEntry> | undefined,
  snapshot: Snapshot,
  digest: string,
): StoreFinding[] {
  const entry = path === file.path ? index?.get(file.name) : undefined;
  if (
    !entry ||
    entry.bytes !== file.bytes ||
    canonicalJson({ name: file.name, bytes: file.bytes, ...summaryOf(snapshot, digest) }) === canonicalJson(entry)
  )
    return [];
  return [{ level: 'problem', path, code: 'index-wrong', message: 'index.json says something else of it; remove index.json, which is made anew' }];
}

function indexFindings(folder: string, files: readonly StoredFile[], index: ReadonlyMap<string, IndexEntry> | undefined): StoreFinding[] {
  const path = join(folder, 'index.json');
  if (!index && files.length === 0) return [];
  if (!index) return [{ level: 'note', path, code: 'index-absent', message: 'it is absent or cannot be read; list makes it anew' }];
  const sizes = new Map(files.map((file) => [file.name, file.bytes]));
  const gone = [...index.keys()].filter((name) => !sizes.has(name)).length;
  const missing = [...sizes].filter(([name, bytes]) => index.get(name)?.bytes !== bytes).length;
  if (gone + missing === 0) return [];
  return [{ level: 'note', path, code: 'index-stale', message: `${missing} missing or changed since, ${gone} gone; list makes it anew` }];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
