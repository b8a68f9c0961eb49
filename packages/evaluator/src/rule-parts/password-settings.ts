import type { PasswordPolicy } from '@iam-dossier/core/snapshot';

/** What is asked of a password policy; a setting that is not named is not judged. Numbers as IAM's: characters, passwords, days. */
export interface AskedSettings {
  minimumPasswordLength?: number;
  requireUppercaseCharacters?: true;
  requireLowercaseCharacters?: true;
  requireNumbers?: true;
  requireSymbols?: true;
  /** At least so many passwords remembered. */
  passwordReusePrevention?: number;
  /** So many passwords remembered, no more and no fewer. */
  exactPasswordReusePrevention?: number;
  maxPasswordAge?: number;
}

type CustomPolicy = Extract<PasswordPolicy, { kind: 'custom' }>;
type Flag = 'requireUppercaseCharacters' | 'requireLowercaseCharacters' | 'requireNumbers' | 'requireSymbols';
const flags: readonly Flag[] = ['requireUppercaseCharacters', 'requireLowercaseCharacters', 'requireNumbers', 'requireSymbols'];

/** Settings that are weaker than asked, with their value, and settings that the data lack; as AWS names them. */
export interface PolicyShortfalls {
  weak: string[];
  absent: string[];
}

/** A setting that is absent is neither off nor on, but for the two that AWS leaves out when they are off. */
export function shortfallsOf(policy: CustomPolicy, asked: AskedSettings): PolicyShortfalls {
  const checks = [lengthOf(policy, asked), ...flags.map((flag) => flagOf(policy, asked, flag)), reuseOf(policy, asked), ageOf(policy, asked)];
  return { weak: checks.flatMap(({ weak }) => weak ?? []), absent: checks.flatMap(({ absent }) => absent ?? []) };
}

interface Check {
  weak?: string;
  absent?: string;
}

function lengthOf({ minimumPasswordLength: length }: CustomPolicy, { minimumPasswordLength: least }: AskedSettings): Check {
  if (least === undefined) return {};
  if (length === undefined) return { absent: 'MinimumPasswordLength' };
  return length < least ? { weak: `MinimumPasswordLength=${length}` } : {};
}

function flagOf(policy: CustomPolicy, asked: AskedSettings, flag: Flag): Check {
  if (asked[flag] === undefined || policy[flag] === true) return {};
  return policy[flag] === undefined ? { absent: asAws(flag) } : { weak: `${asAws(flag)}=false` };
}

/** AWS leaves the number out when no password is remembered. One that could not be read stands in `extra`. */
function reuseOf({ passwordReusePrevention: remembered = 0, extra = {} }: CustomPolicy, asked: AskedSettings): Check {
  const { passwordReusePrevention: least = 0, exactPasswordReusePrevention: exact = remembered } = asked;
  const isAsked = asked.passwordReusePrevention !== undefined || asked.exactPasswordReusePrevention !== undefined;
  if (isAsked && Object.hasOwn(extra, 'PasswordReusePrevention')) return { absent: 'PasswordReusePrevention' };
  return remembered < least || remembered !== exact ? { weak: `PasswordReusePrevention=${remembered}` } : {};
}

/** AWS leaves the number of days out when passwords do not expire, and says so by ExpirePasswords. */
function ageOf({ expirePasswords, maxPasswordAge: days }: CustomPolicy, { maxPasswordAge: most }: AskedSettings): Check {
  if (most === undefined) return {};
  if (expirePasswords === false || days === 0) return { weak: 'ExpirePasswords=false' };
  if (days === undefined) return { absent: expirePasswords === undefined ? 'ExpirePasswords' : 'MaxPasswordAge' };
  return days > most ? { weak: `MaxPasswordAge=${days}` } : {};
}

/** What is asked for, in the manner of the settings themselves. */
export function askedWords(asked: AskedSettings): string[] {
  const { minimumPasswordLength: length, passwordReusePrevention: reuse, exactPasswordReusePrevention: exact, maxPasswordAge: age } = asked;
  return [
    ...(length === undefined ? [] : [`MinimumPasswordLength>=${length}`]),
    ...flags.filter((flag) => asked[flag]).map((flag) => `${asAws(flag)}=true`),
    ...(reuse === undefined ? [] : [`PasswordReusePrevention>=${reuse}`]),
    ...(exact === undefined ? [] : [`PasswordReusePrevention=${exact}`]),
    ...(age === undefined ? [] : [`MaxPasswordAge<=${age}`]),
  ];
}

function asAws(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
