import { DossierError } from '@iam-dossier/core/errors';
import { readText } from '@iam-dossier/core/store';
import type { AccessQuestion, ContextValue, ControlPolicies } from '@iam-dossier/evaluator';
import { VALUE_END } from '../flags/read.ts';
import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';

export interface QuestionFlags {
  'principal'?: string;
  'action'?: string;
  'resource': string;
  'resource-account'?: string;
  'context'?: string;
  'absent'?: string;
  'context-complete'?: boolean;
  'none'?: string;
  'resource-policy'?: string;
  'session-policy'?: string;
  'scp'?: string;
  'rcp'?: string;
}

/** More than any policy, and than the policies of one account's path. */
const MAX_BYTES = 5_000_000;

const layers = {
  scp: 'serviceControlPolicies',
  rcp: 'resourceControlPolicies',
  resource: 'resourcePolicy',
  session: 'sessionPolicies',
} as const;
type Word = keyof typeof layers;
const words = Object.keys(layers) as Word[];

/** @throws DossierError `usage`, or as reading a file does */
export async function questionOf(flags: QuestionFlags): Promise<AccessQuestion> {
  const { principal, action, resource, 'resource-account': resourceAccount } = flags;
  if (principal === undefined) throw usageError('explain', 'explain needs --principal <who>');
  if (action === undefined) throw usageError('explain', 'explain needs --action <action>, such as s3:GetObject');
  if (!/^[^:]+:[^:]+$/.test(action))
    throw usageError('explain', `--action is a service and an action such as s3:GetObject, not ${JSON.stringify(action)}`);
  if (resourceAccount !== undefined && !/^\d{12}$/.test(resourceAccount))
    throw usageError('explain', `--resource-account is an id of 12 digits, not ${JSON.stringify(resourceAccount)}`);
  const none = noneOf(flags.none);
  const files = { scp: flags.scp, rcp: flags.rcp, resource: flags['resource-policy'], session: flags['session-policy'] };
  const given = await Promise.all(words.map(async (word) => [layers[word], await layerOf(files[word], none.has(word))] as const));
  return {
    principal,
    action,
    resource,
    context: contextOf(flags),
    contextComplete: flags['context-complete'] === true,
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...Object.fromEntries(given.filter(([, layer]) => layer !== undefined)),
  };
}

function noneOf(text: string | undefined): ReadonlySet<Word> {
  const said = (text ?? '').split(',').map((word) => word.trim().toLowerCase());
  return new Set(said.filter((word) => word !== '').flatMap((word) => (word === 'all' ? words : [knownWord(word)])));
}

function knownWord(word: string): Word {
  const known = words.find((one) => one === word);
  if (known !== undefined) return known;
  const near = nearest(word, [...words, 'all']);
  throw usageError(
    'explain',
    `--none knows ${words.join(', ')} and all, not ${JSON.stringify(word)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

/** `all` means all that are not handed in. */
async function layerOf(file: string | undefined, none: boolean): Promise<ControlPolicies | undefined> {
  if (file === undefined) return none ? 'none' : undefined;
  const text = await readText(file, MAX_BYTES);
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object') throw new SyntaxError('it holds no policy');
    return value;
  } catch (cause) {
    throw new DossierError('input-invalid', `${file} is not valid JSON: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

/** A key given several times has several values. */
function contextOf({ context, absent }: QuestionFlags): Record<string, ContextValue> {
  const values = new Map<string, string[]>();
  for (const text of valuesOf(context)) {
    const at = text.indexOf('=');
    if (at <= 0) throw usageError('explain', `--context is key=value, not ${JSON.stringify(text)}`);
    const name = text.slice(0, at);
    values.set(name, [...(values.get(name) ?? []), text.slice(at + 1)]);
  }
  const none = valuesOf(absent);
  const both = none.find((name) => values.has(name));
  if (both !== undefined) throw usageError('explain', `${both} is given by --context and by --absent`);
  return {
    ...Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list])),
    ...Object.fromEntries(none.map((name) => [name, null])),
  };
}

function valuesOf(text: string | undefined): string[] {
  return (text ?? '').split(VALUE_END).filter((value) => value !== '');
}
