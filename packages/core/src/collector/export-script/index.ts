import { callsFor, whoAmI, type Call, type Scope } from '../calls/index.ts';
import { closing, functions, opening } from './functions.ts';
import { rowLines } from './rows.ts';
import { cliName, operationOf, serviceOf } from './words.ts';

export interface ExportScriptOptions extends Scope {
  /** Of iam-dossier, named in the script and in what it leaves. */
  version: string;
}

/**
 * One POSIX shell script that makes the calls of the table with the AWS CLI and leaves their answers in one zip, for `import`.
 * It reads only, goes on past what is refused, and keeps the words of the refusal.
 */
export function exportScript(options: ExportScriptOptions): string {
  const made = callsFor(options);
  return `${[
    '#!/bin/sh',
    ...head(options),
    opening.trim(),
    functions.trimEnd(),
    ...identityLines(),
    ...made.flatMap((call, place) => [...principalsLines(made, place), ...rowLines(call, made, (row) => placeOf(row, made))]),
    ...manifestLines(options, made),
    closing.trim(),
  ].join('\n')}\n`;
}

function head({ version, depth = 'account', include = [] }: ExportScriptOptions): string[] {
  const asked = [depth === 'full' ? 'the account, and each user and role' : 'the account as a whole', ...include];
  return [
    `# Export for iam-dossier ${version}. What it reads: ${asked.join(', ')}.`,
    '# It reads the settings of IAM in this account with the AWS CLI, versions 1 and 2, and puts the answers into one file.',
    '# It changes nothing: each "aws" below only reads, or has AWS prepare a report to be read.',
    '# Run it with: sh export.sh   (in AWS CloudShell, or wherever "aws sts get-caller-identity" names the account)',
    '',
  ];
}

/** Without an identity nothing can be read: the one failure that ends the script. */
function identityLines(): string[] {
  return [
    '',
    '# Which account this is.',
    `if ! run ${whoAmI.split(':').map(cliName).join(' ')}; then`,
    '  cat "$work/error" >&2',
    "  stop 'AWS did not say whose account this is. Nothing was read.'",
    'fi',
    'account=$(member "$answer" Account)',
    'case $account in *[!0-9]* | "") stop \'The AWS CLI answered in a form that is not known. Nothing was read.\' ;; esac',
    'say "Account $account"',
    'target=iam-dossier-export-$account-$stamp',
  ];
}

/** The list of users and roles, before the first call that is made for each of them. */
function principalsLines(made: readonly Call[], place: number): string[] {
  const isEvery = ({ each }: Call) => each !== undefined && 'every' in each;
  if (made.findIndex(isEvery) !== place) return [];
  return [
    '',
    '# Users and roles, by ARN.',
    '{',
    '  entries iam-GetAccountAuthorizationDetails UserDetailList Arn - - ""',
    '  entries iam-ListUsers Users Arn - - ""',
    '  entries iam-GetAccountAuthorizationDetails RoleDetailList Arn - - ""',
    '  entries iam-ListRoles Roles Arn - - ""',
    '} | sort -u >"$work/principals"',
  ];
}

function placeOf(call: Call, made: readonly Call[]): string {
  const result = made.find(({ name }) => name === call.starts) ?? call;
  const words = Object.values(call.input ?? {}).flatMap((value) => (typeof value === 'boolean' ? [] : [value].flat().map(String)));
  const number = String(made.indexOf(call) + 1).padStart(2, '0');
  return [number, serviceOf(result), cliName(operationOf(result)), ...words.map((word) => word.toLowerCase().replaceAll('_', '-'))].join('-');
}

function manifestLines({ version, depth = 'account', include = [] }: ExportScriptOptions, made: readonly Call[]): string[] {
  const oneByOne = made.filter(({ when, starts, parts }) => (when === 'full' && starts === undefined) || parts.includes('alternateContacts'));
  const everyUser = [...new Set(oneByOne.map(({ name }) => `"${name}"`))];
  return [
    '',
    '# When this was, by the clock of this machine, and what was asked for.',
    '{',
    `  printf '{"format": "iam-dossier.export", "formatVersion": 1, "collectedAt": "%s", "clock": "machine",\\n' "$started"`,
    `  printf ' "script": "${version}", "account": "%s", "depth": "${depth}", "include": [${include.map((name) => `"${name}"`).join(', ')}],\\n' "$account"`,
    `  printf ' "answers": %s, "refused": %s, "everyUser": [%s]}\\n' "$answered" "$refused" '${everyUser.join(', ')}'`,
    '} >"$work/$name/iam-dossier-export.json"',
    '',
  ];
}
