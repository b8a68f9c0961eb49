import { decodePolicyDocument, parsePolicyDocument, type Statement } from '@iam-dossier/core/policy-document';
import { statementPath } from '../document.ts';
import { namedDocument } from '../named-document.ts';
import type { StatementPlace, UnreadableDocument } from './answer.ts';
import type { ControlPolicies, LayerName, PolicyLevel } from './request.ts';

/** A statement with the version of its document and its place. */
export interface PlacedStatement {
  statement: Statement;
  version: string;
  place: StatementPlace;
}

/** A layer read: a layer other than control policies has one level. */
export interface ReadLayer {
  layer: LayerName;
  state: 'documents' | 'none' | 'unknown';
  levels: readonly ReadLevel[];
}

export interface ReadLevel {
  statements: readonly PlacedStatement[];
  unreadable: readonly UnreadableDocument[];
  /** A document is unreadable or not at hand: the level may say more. */
  open: boolean;
}

type Placement = Pick<StatementPlace, 'layer' | 'level' | 'levelName'>;

/** Reads the documents of a layer. Nothing that is handed in is changed, and nothing odd in it throws. */
export function readLayer(layer: LayerName, given: ControlPolicies | undefined): ReadLayer {
  try {
    return readGiven(layer, given);
  } catch {
    // An object of a program, whose members throw when they are asked for.
    return { layer, state: 'unknown', levels: [] };
  }
}

function readGiven(layer: LayerName, given: ControlPolicies | undefined): ReadLayer {
  if (given === undefined || given === 'unknown') return { layer, state: 'unknown', levels: [] };
  if (given === 'none' || (Array.isArray(given) && given.length === 0)) return { layer, state: 'none', levels: [] };
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!isControl(layer) || !list.some(isLevel)) return { layer, state: 'documents', levels: [readLevel(list, { layer })] };
  const levels = list.map((entry, level) => {
    const { name, policies } = levelOf(entry);
    return readLevel(policies, { layer, level, ...(name === undefined ? {} : { levelName: name }) });
  });
  return { layer, state: 'documents', levels };
}

function isControl(layer: LayerName): boolean {
  return layer === 'serviceControlPolicies' || layer === 'resourceControlPolicies';
}

function isLevel(entry: unknown): boolean {
  return Array.isArray(entry) || (isMembers(entry) && 'policies' in entry && !('Statement' in entry));
}

/** A document among levels stands for a level of its own. */
function levelOf(entry: unknown): { name: string | undefined; policies: readonly unknown[] } {
  if (Array.isArray(entry)) return { name: undefined, policies: entry };
  if (!isLevel(entry)) return { name: undefined, policies: [entry] };
  const { name, policies } = entry as PolicyLevel;
  return { name, policies: policies === 'none' ? [] : Array.isArray(policies) ? policies : [policies] };
}

function readLevel(documents: readonly unknown[], placement: Placement): ReadLevel {
  const read = documents.map((entry, document) => readDocument(entry, { ...placement, document }));
  return {
    statements: read.flatMap((one) => one.statements),
    unreadable: read.flatMap((one) => one.unreadable ?? []),
    open: read.some((one) => one.open),
  };
}

interface ReadDocument {
  statements: readonly PlacedStatement[];
  unreadable?: UnreadableDocument;
  open: boolean;
}

function readDocument(entry: unknown, at: Placement & { document: number }): ReadDocument {
  if (entry === 'unknown') return { statements: [], open: true };
  const { name, document } = namedDocument(entry);
  const place = { ...at, ...(name === undefined ? {} : { name }) };
  const stored = typeof document === 'string' || isMembers(document) ? decodePolicyDocument(document) : '';
  const parsed = parsePolicyDocument(stored);
  const fault = parsed.ok ? faultOf(parsed.statements, at.layer) : parsed;
  if (!parsed.ok || fault) return { statements: [], unreadable: { ...place, path: fault?.path ?? '', problem: fault?.problem ?? '' }, open: true };
  const statements = parsed.statements.map((statement) => ({
    statement,
    version: parsed.version,
    place: { ...place, statement: statement.index, sid: statement.sid, path: statementPath(stored, statement.index) },
  }));
  return { statements, open: false };
}

/** What IAM does not take in a document of this kind. Principal can only be `*` in an RCP, and may be left out here. */
function faultOf(statements: readonly Statement[], layer: LayerName): { path: string; problem: string } | undefined {
  for (const { index, principal, resource } of statements) {
    const path = `/Statement/${index}`;
    if (layer === 'resourcePolicy' && !principal) return { path, problem: 'there is neither Principal nor NotPrincipal' };
    if (layer !== 'resourcePolicy' && !resource) return { path, problem: 'there is neither Resource nor NotResource' };
    if (layer !== 'resourcePolicy' && layer !== 'resourceControlPolicies' && principal)
      return { path, problem: 'a Principal stands in a policy that takes none' };
  }
  return undefined;
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
