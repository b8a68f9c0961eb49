import { checkAction } from './actions.ts';
import { hasMember, isMembers, segment, type Check, type Members } from './check.ts';
import { checkConditions } from './conditions.ts';
import { checkPrincipal } from './principals.ts';
import { checkResource } from './resources.ts';
import { checkVariables } from './variables.ts';

const elements = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];
const elementOf = namesInAnyCase(elements);

/** Checks one statement. `sids`: those of the statements before. */
export function checkStatement(statement: unknown, path: string, sids: Set<string>, check: Check): void {
  if (!isMembers(statement)) return check.error('statement-type', path);
  checkMembers(statement, elementOf, path, check);
  if (hasMember(statement, 'Sid')) checkSid(statement['Sid'], path, sids, check);
  checkEffect(statement, path, check);
  checkPrincipals(statement, path, check);
  checkActions(statement, path, check);
  checkResources(statement, path, check);
  if (hasMember(statement, 'Condition')) checkConditions(statement['Condition'], `${path}/Condition`, check);
}

/** Names by themselves, as nearly all are written, and by their lower case. */
export function namesInAnyCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.flatMap((name) => [name, name.toLowerCase()].map((key) => [key, name])));
}

/** Refuses members that the language does not have: a guard under a misspelt name would guard nothing. */
export function checkMembers(members: Members, known: ReadonlyMap<string, string>, path: string, check: Check): void {
  for (const member in members) {
    if (!hasMember(members, member)) continue;
    const expected = known.get(member) ?? known.get(member.toLowerCase());
    if (expected === undefined) check.error('member-unknown', `${path}/${segment(member)}`, { member });
    else if (expected !== member) check.error('member-case', `${path}/${segment(member)}`, { expected });
  }
}

function checkSid(sid: unknown, path: string, sids: Set<string>, check: Check): void {
  const at = `${path}/Sid`;
  if (typeof sid !== 'string') return check.error('sid-type', at);
  if (sid === '') return;
  const { sid: rule, checkedBy } = check.grammar;
  if (!/^[A-Za-z0-9]*$/.test(sid)) {
    if (rule === 'strict') check.error('sid-characters', at);
    else check.warn?.('sid-unusual', at);
  }
  if (sids.has(sid)) {
    if (checkedBy === 'iam') check.error('sid-twice', at, { sid });
    else check.warn?.('sid-again', at, { sid });
  }
  sids.add(sid);
}

function checkEffect({ Effect: effect }: Members, path: string, check: Check): void {
  if (effect === undefined) return check.error('effect-missing', path);
  if (effect !== 'Allow' && effect !== 'Deny') return check.error('effect', `${path}/Effect`);
  if (effect === 'Allow' && check.grammar.resourceControl) check.error('effect-control', `${path}/Effect`);
}

function checkPrincipals(statement: Members, path: string, check: Check): void {
  const { principal, trust, resourceControl } = check.grammar;
  const element = oneOf(statement, 'Principal', path, check);
  if (element === null) return;
  if (element === undefined) {
    if (principal !== 'forbidden') check.error('element-missing', path, { element: 'Principal' });
    return;
  }
  const at = `${path}/${element}`;
  if (principal === 'forbidden' || (element === 'NotPrincipal' && resourceControl)) return check.error('element-forbidden', at, { element });
  if (element === 'NotPrincipal' && trust) check.warn?.('not-principal-trust', at);
  if (element === 'NotPrincipal' && statement['Effect'] === 'Allow') check.warn?.('not-principal-allow', at);
  if (principal === 'star' && statement[element] !== '*') return checkStar(statement[element], at, check);
  checkPrincipal(statement[element], at, check);
}

/** {"AWS": "*"} means the same as "*"; whether a resource control policy may have it is not documented. */
function checkStar(value: unknown, path: string, check: Check): void {
  const [[type, star] = [], ...more] = isMembers(value) ? Object.entries(value) : [];
  const everybody = type === 'AWS' && more.length === 0 && (star === '*' || (Array.isArray(star) && star.length === 1 && star[0] === '*'));
  if (everybody) check.warn?.('principal-unusual', path);
  else check.error('principal-control', path);
}

function checkActions(statement: Members, path: string, check: Check): void {
  const element = oneOf(statement, 'Action', path, check);
  if (element === null) return;
  if (element === undefined) return check.error('element-missing', path, { element: 'Action' });
  const at = `${path}/${element}`;
  if (element === 'NotAction' && check.grammar.resourceControl) return check.error('element-forbidden', at, { element });
  // What a trust policy leaves out may be anything: the names are not held against it.
  if (element === 'NotAction' && check.grammar.trust) return check.warn?.('action-trust-unusual', at);
  checkTexts(statement[element], element, at, check, checkAction);
}

function checkResources(statement: Members, path: string, check: Check): void {
  const element = oneOf(statement, 'Resource', path, check);
  if (element === null) return;
  const { resource } = check.grammar;
  if (element === undefined) {
    if (resource === 'required') check.error('element-missing', path, { element: 'Resource' });
    else if (resource === 'expected') check.warn?.('resource-missing', path);
    return;
  }
  const at = `${path}/${element}`;
  if (resource === 'forbidden') return check.error('element-forbidden', at, { element });
  checkTexts(statement[element], element, at, check, checkResourceText);
}

function checkResourceText(text: string, list: string, index: number | undefined, check: Check): void {
  checkResource(text, list, index, check);
  checkVariables(text, list, index, check);
}

/** The element that is given, plain or negated; `null` when both are, which is told. */
function oneOf(statement: Members, name: 'Action' | 'Resource' | 'Principal', path: string, check: Check): string | null | undefined {
  const plain = hasMember(statement, name);
  const negated = hasMember(statement, `Not${name}`);
  if (!plain || !negated) return plain ? name : negated ? `Not${name}` : undefined;
  check.error('element-both', path, { element: name });
  return null;
}

type CheckText = (text: string, list: string, index: number | undefined, check: Check) => void;

/** Text, or a list of texts with at least one. */
function checkTexts(value: unknown, element: string, path: string, check: Check, each: CheckText): void {
  if (typeof value === 'string') return each(value, path, undefined, check);
  if (!Array.isArray(value)) return check.error('element-type', path, { element });
  if (value.length === 0) return check.error('element-empty', path, { element });
  for (let index = 0; index < value.length; index += 1) {
    const text: unknown = value[index];
    if (typeof text === 'string') each(text, path, index, check);
    else check.error('element-type', `${path}/${index}`, { element });
  }
}
