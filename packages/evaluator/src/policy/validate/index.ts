import { say, type Data } from '../../words/format.ts';
import { isMembers, type Check, type Members } from './check.ts';
import { grammarOf, type PolicyKind } from './grammar.ts';
import { readJsonText } from './json-text.ts';
import { isError, problemWords, type ErrorId, type ProblemId } from './problems.ts';
import { checkMembers, checkStatement, namesInAnyCase } from './statement.ts';

export { policyKinds, type PolicyKind } from './grammar.ts';
export type { ProblemId } from './problems.ts';

export interface PolicyProblem {
  /** `error`: IAM refuses the document. `warning`: it is taken, or may be; nobody means it so. */
  severity: 'error' | 'warning';
  /** Stable name of the problem. */
  id: ProblemId;
  /** JSON pointer into the document as written; to the statement where something is missing. */
  path: string;
  message: string;
}

export interface PolicyValidation {
  /** Whether IAM takes the document: there is no error. */
  valid: boolean;
  /** In the order of the document. */
  problems: PolicyProblem[];
}

export interface ValidationOptions {
  /** What the document is for; default `identity`. */
  kind?: PolicyKind;
  /** Characters without white space that the holder takes, such as 2048 for a user's inline policies. More is then an error. */
  maxSize?: number;
}

const documentElements = namesInAnyCase(['Version', 'Id', 'Statement']);

/**
 * Tells what IAM refuses about a policy document, and what is only odd. Takes the object, its JSON text, or the
 * percent-encoded text of IAM's API; never throws, whatever is handed in. Only the document is judged: whether its
 * principals and resources exist is not known here.
 * @throws DossierError `usage` for a kind of policy that is none
 */
export function validatePolicyDocument(document: unknown, { kind = 'identity', maxSize }: ValidationOptions = {}): PolicyValidation {
  const problems: PolicyProblem[] = [];
  const tell = (id: ProblemId, path: string, data: Data = {}) => {
    problems.push({ severity: isError(id) ? 'error' : 'warning', id, path, message: say(problemWords, id, data).text });
  };
  const grammar = grammarOf(kind);
  const read = checkDocument(document, { grammar, variables: true, error: tell, warn: tell });
  if (read !== undefined && !problems.some(({ severity }) => severity === 'error')) checkSize(read, grammar.quota, maxSize, tell);
  return { valid: !problems.some(({ severity }) => severity === 'error'), problems };
}

/** The first thing for which IAM refuses a document. */
export interface Refusal {
  id: ErrorId;
  /** JSON pointer into the document as written. */
  path: string;
}

/** Why IAM refuses a document; `undefined` when it takes it. Looks for nothing else, and is fast. */
export function refusalOf(document: unknown, kind: PolicyKind): Refusal | undefined {
  let first: Refusal | undefined;
  checkDocument(document, {
    grammar: grammarOf(kind),
    variables: true,
    error: (id, path) => {
      first ??= { id, path };
    },
    warn: undefined,
  });
  return first;
}

/** Checks a document; gives its members where it has any. An object of a program that cannot be read is no document. */
function checkDocument(document: unknown, check: Check): Members | undefined {
  try {
    return checkReadable(document, check);
  } catch {
    check.error('not-object', '');
    return undefined;
  }
}

function checkReadable(document: unknown, check: Check): Members | undefined {
  const read = typeof document === 'string' ? readJsonText(document) : { value: document };
  if (!read || !isMembers(read.value)) {
    check.error(read ? 'not-object' : 'not-json', '');
    return undefined;
  }
  const { value, twice } = read;
  if (twice) check.error('member-twice', twice.path, { member: twice.member });
  checkMembers(value, documentElements, '', check);
  const variables = checkVersion(value, check);
  if (value['Id'] !== undefined && typeof value['Id'] !== 'string') check.error('id-type', '/Id');
  checkStatements(value['Statement'], { ...check, variables });
  return value;
}

/** Whether the document speaks the language that has variables. */
function checkVersion(document: Members, check: Check): boolean {
  const version = document['Version'];
  if (check.grammar.resourceControl && version !== '2012-10-17') {
    check.error('version-control', version === undefined ? '' : '/Version');
  } else if (version === undefined) check.warn?.('version-missing', '');
  else if (version === '2008-10-17') check.warn?.('version-old', '/Version');
  else if (version !== '2012-10-17') check.error('version', '/Version');
  return version === '2012-10-17';
}

function checkStatements(list: unknown, check: Check): void {
  if (list === undefined) return check.error('statement-missing', '');
  const sids = new Set<string>();
  if (!Array.isArray(list)) return checkStatement(list, '/Statement', sids, check);
  if (list.length === 0) return check.error('statement-empty', '/Statement');
  for (let index = 0; index < list.length; index += 1) checkStatement(list[index], `/Statement/${index}`, sids, check);
}

function checkSize(document: Members, quota: number, most: number | undefined, tell: (id: ProblemId, path: string, data: Data) => void): void {
  const size = JSON.stringify(document).length;
  if (most !== undefined && size > most) tell('size', '', { size, limit: most });
  else if (most === undefined && size > quota) tell('size-quota', '', { size, limit: quota });
}
