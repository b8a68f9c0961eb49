import type { StoredPolicyDocument } from './decode.ts';
import type { ConditionTest, PatternElement, PrincipalElement, Statement } from './statement.ts';

/** A document read into statements, or the first thing that makes it unreadable, with a pointer into the document. */
export type ParsedPolicyDocument = { ok: true; version: string; statements: readonly Statement[] } | { ok: false; path: string; problem: string };

class Unreadable extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

type Members = Record<string, unknown>;

/** Reads a stored document. Version defaults to 2008-10-17, as IAM does. Throws on nothing. */
export function parsePolicyDocument(document: StoredPolicyDocument): ParsedPolicyDocument {
  try {
    if (typeof document === 'string') throw new Unreadable('', 'the document is not JSON');
    const version = document['Version'] ?? '2008-10-17';
    if (version !== '2008-10-17' && version !== '2012-10-17') throw new Unreadable('/Version', 'the version is not known');
    const list = document['Statement'];
    if (list === undefined) throw new Unreadable('/Statement', 'there is no statement');
    const raw = Array.isArray(list) ? list : [list];
    return { ok: true, version, statements: raw.map((entry, index) => readStatement(entry, index)) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, path: error.path, problem: error.message };
    // An object of a program, whose members throw when they are asked for.
    return { ok: false, path: '', problem: 'the document cannot be read' };
  }
}

function readStatement(raw: unknown, index: number): Statement {
  const path = `/Statement/${index}`;
  const members = objectAt(raw, path);
  const effect = members['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') throw new Unreadable(`${path}/Effect`, 'the effect is neither Allow nor Deny');
  const action = patterns(members, 'Action', path);
  if (!action) throw new Unreadable(path, 'there is neither Action nor NotAction');
  return {
    index,
    sid: typeof members['Sid'] === 'string' ? members['Sid'] : null,
    effect,
    action,
    resource: patterns(members, 'Resource', path),
    principal: principals(members, path),
    conditions: members['Condition'] === undefined ? none : conditions(members['Condition'], `${path}/Condition`),
  };
}

const NOT = { Action: 'NotAction', Resource: 'NotResource' } as const;

function patterns(members: Members, name: 'Action' | 'Resource', path: string): PatternElement | null {
  const plain = members[name];
  const negated = members[NOT[name]];
  if (plain !== undefined && negated !== undefined) throw new Unreadable(path, `both ${name} and Not${name} are given`);
  if (plain !== undefined) return { negated: false, patterns: texts(plain, path, name) };
  if (negated !== undefined) return { negated: true, patterns: texts(negated, path, NOT[name]) };
  return null;
}

function principals(members: Members, path: string): PrincipalElement | null {
  const negated = members['Principal'] === undefined;
  if (!negated && members['NotPrincipal'] !== undefined) throw new Unreadable(path, 'both Principal and NotPrincipal are given');
  const raw = negated ? members['NotPrincipal'] : members['Principal'];
  if (raw === undefined) return null;
  if (raw === '*') return { negated, entries: [{ type: '*', values: ['*'] }] };
  const where = `${path}/${negated ? 'NotPrincipal' : 'Principal'}`;
  const entries = Object.entries(objectAt(raw, where));
  return { negated, entries: entries.map(([type, values]) => ({ type, values: texts(values, where, type) })) };
}

const none: ConditionTest[] = [];

function conditions(raw: unknown, path: string): ConditionTest[] {
  return Object.entries(objectAt(raw, path)).flatMap(([operator, keys]) =>
    Object.entries(objectAt(keys, `${path}/${operator}`)).map(([key, values]) => ({
      operator,
      key,
      values: texts(values, `${path}/${operator}`, key),
    })),
  );
}

/** One text or many, those of `name` at `path`. A list of texts is taken as it is: there are tens of thousands. */
function texts(raw: unknown, path: string, name: string): readonly string[] {
  if (typeof raw === 'string') return [raw];
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  if (list.every(isText)) return list;
  return list.map((value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean' || typeof value === 'number') return String(value);
    throw new Unreadable(`${path}/${name}`, 'the value is not text');
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function objectAt(raw: unknown, path: string): Members {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) throw new Unreadable(path, 'an object is expected');
  return raw as Members;
}
