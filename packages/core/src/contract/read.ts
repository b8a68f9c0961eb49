import type { z } from 'zod';
import { DossierError, type Problem } from '../errors/index.ts';
import { pointer } from '../json/pointer.ts';
import { upgrade, type Upgrade } from './upgrade.ts';

/** What a stored contract calls itself, and how it is checked. */
export interface Contract<T> {
  format: string;
  formatVersion: number;
  schema: z.ZodType<T>;
  /** What turns each older version into the next, from version 1 on. None yet where `formatVersion` is 1. */
  upgrades?: readonly Upgrade[];
  /** What turns an early file of this same version into what the version is today. */
  amend?: Upgrade;
}

/** Where a value came from, to say where a problem is. */
export interface Origin {
  file?: string;
  /** Line and column (from 1) of the value at a path, for formats that know. */
  locate?: (path: readonly PropertyKey[]) => { line: number; column: number } | undefined;
}

/**
 * Checks a value against a contract, strictly: every problem is listed with its path. Older versions are upgraded first.
 * @throws DossierError `format-unknown`, `format-newer` or `input-invalid`
 */
export function readContract<T>(contract: Contract<T>, value: unknown, origin: Origin = {}): T {
  checkFormat(contract, value, origin);
  const upgraded = upgrade(value as Record<string, unknown>, contract.formatVersion, contract.upgrades ?? []);
  const current = contract.amend?.(upgraded) ?? upgraded;
  const result = contract.schema.safeParse(current);
  // No schema of ours changes a value, so what was checked is given back: a copy of a large snapshot costs as much as reading it.
  if (result.success) return current as T;
  const problems = result.error.issues.flatMap((issue) => toProblems(issue, origin));
  throw new DossierError('input-invalid', `${origin.file ?? contract.format} has ${countOf(problems.length)}`, { problems });
}

function countOf(count: number): string {
  return count === 1 ? 'a problem' : `${count} problems`;
}

function checkFormat<T>(contract: Contract<T>, value: unknown, origin: Origin): void {
  const name = origin.file ?? 'the input';
  const members = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  const format = members['format'];
  if (format !== contract.format) {
    const found = typeof format === 'string' ? `it says ${JSON.stringify(format)}` : 'it has no "format" member';
    throw new DossierError('format-unknown', `${name} is not ${contract.format}: ${found}`);
  }
  const version = members['formatVersion'];
  if (typeof version === 'number' && version > contract.formatVersion) {
    throw new DossierError('format-newer', `${name} has format version ${version}; this version reads up to ${contract.formatVersion}`);
  }
}

function toProblems(issue: z.core.$ZodIssue, origin: Origin): Problem[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({
    ...(origin.file === undefined ? {} : { file: origin.file }),
    ...origin.locate?.(path),
    path: pointer(...path.map((segment) => (typeof segment === 'number' ? segment : String(segment)))),
    message: messageOf(issue),
  }));
}

/** In the words of somebody who writes the file by hand. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'is not a member of this format';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
  if (issue.code === 'too_big' && issue.origin === 'string' && issue.message.startsWith('Too big'))
    return `must have at most ${issue.maximum} characters`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'invalid_type') return issue.message;
  const received = /received (\w+)/.exec(issue.message)?.[1];
  if (received === 'undefined') return 'is missing';
  const wanted = `must be ${article(issue.expected)} ${issue.expected}`;
  // YAML reads an account id without quotes as a number, and drops its leading zeros.
  return issue.expected === 'string' && received === 'number' ? `${wanted}, in quotes` : `${wanted}, not ${received ?? 'this'}`;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
