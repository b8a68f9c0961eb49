import { actionTable } from '../action-table.ts';
import { entryAt, isMembers, remembered, segment, type Check, type Members } from './check.ts';
import { valueFlaw } from './condition-values.ts';
import { operatorOf, type Operator } from './operators.ts';
import { checkVariables } from './variables.ts';

/** Checks a Condition block. An empty one tests nothing, and is legal. */
export function checkConditions(value: unknown, path: string, check: Check): void {
  if (!isMembers(value)) return check.error('condition-type', path);
  for (const name of Object.keys(value)) {
    const at = `${path}/${segment(name)}`;
    const keys = value[name];
    if (!isMembers(keys)) check.error('condition-keys-type', at);
    else checkOperator(name, keys, at, check);
  }
}

function checkOperator(name: string, keys: Members, path: string, check: Check): void {
  const operator = operatorOf(name);
  const names = Object.keys(keys);
  if (operator === null) {
    // IAM looks an operator up only when it has something to test.
    if (names.length === 0) return check.warn?.('condition-operator-empty', path);
    return check.error('condition-operator', path, { operator: name });
  }
  if (operator.nullIfExists) return check.error('condition-null-if-exists', path);
  if (operator.written !== name) check.warn?.('condition-operator-case', path, { expected: operator.written });
  for (const key of names) checkValues(operator, keys[key], { path, key }, check);
  checkKeys(names, path, check);
}

function checkKeys(keys: readonly string[], path: string, { warn }: Check): void {
  if (!warn) return;
  const seen = new Set<string>();
  for (const key of keys) {
    const at = `${path}/${segment(key)}`;
    const lower = key.toLowerCase();
    if (seen.has(lower)) warn('condition-key-again', at);
    seen.add(lower);
    const prefix = /^([^:]+):./.exec(key)?.[1];
    if (prefix === undefined) warn('condition-key-form', at);
    else if (!isPrefix(prefix)) warn('condition-key-unknown', at, { prefix });
  }
}

/** Services, AWS's own keys, SAML's, and those of identity providers, which bear a host name. */
const isPrefix = remembered((prefix): boolean => {
  const lower = prefix.toLowerCase();
  return lower === 'aws' || lower === 'saml' || lower.includes('.') || actionTable().byPrefix.has(lower);
}, 5000);

/** Where values stand: the operator, and the key under it. */
interface Place {
  path: string;
  key: string;
}

function checkValues(operator: Operator, values: unknown, place: Place, check: Check): void {
  if (!Array.isArray(values)) return checkValue(operator, values, place, undefined, check);
  if (values.length === 0) check.warn?.('condition-values-empty', keyAt(place));
  for (let index = 0; index < values.length; index += 1) checkValue(operator, values[index], place, index, check);
}

function keyAt({ path, key }: Place): string {
  return `${path}/${segment(key)}`;
}

function checkValue({ family }: Operator, value: unknown, place: Place, index: number | undefined, check: Check): void {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return check.error('condition-value-type', entryAt(keyAt(place), index));
  }
  const flaw = family === 'string' ? undefined : valueFlaw(family, value);
  if (flaw && 'error' in flaw) check.error(flaw.error, entryAt(keyAt(place), index));
  else if (flaw) check.warn?.(flaw.warning, entryAt(keyAt(place), index));
  if (typeof value === 'string' && check.warn && value.includes('${')) checkVariables(value, keyAt(place), index, check);
}
