import type { AssessedSnapshot } from '@iam-dossier/core/assessment';
import type { Scribe } from '../view/index.ts';

type Custom = Extract<AssessedSnapshot['passwordPolicy'], { kind: 'custom' }>;

export interface PolicyPanel {
  statement: string;
  /** Where values come from when they were not measured. */
  basis: string;
  groups: { label: string; lines: string[] }[];
}

/**
 * The password policy under AWS's labels. IAM answers with values only for a custom policy; of the default one it says
 * that there is no other, and its content is documentation.
 */
export function passwordPolicyPanel(scribe: Scribe, policy: AssessedSnapshot['passwordPolicy']): PolicyPanel {
  if (policy === null) return { statement: scribe.say('not-in-data'), basis: '', groups: [] };
  return policy.kind === 'default' ? defaultPanel(scribe) : customPanel(scribe, policy);
}

function defaultPanel(scribe: Scribe): PolicyPanel {
  const line = (key: string) => scribe.say(`password.default.${key}`);
  return {
    statement: line('statement'),
    basis: line('basis'),
    groups: [
      { label: scribe.say('password.length'), lines: [line('length')] },
      { label: scribe.say('password.strength'), lines: [line('strength')] },
      { label: scribe.say('password.other'), lines: [line('expiry'), line('identity')] },
    ],
  };
}

function customPanel(scribe: Scribe, policy: Custom): PolicyPanel {
  const length = policy.minimumPasswordLength;
  return {
    statement: scribe.say('password.custom.statement'),
    basis: '',
    groups: [
      {
        label: scribe.say('password.length'),
        lines: [length === undefined ? scribe.say('not-in-data') : scribe.say('password.characters', { count: length })],
      },
      { label: scribe.say('password.strength'), lines: strengthLines(scribe, policy) },
      { label: scribe.say('password.other'), lines: otherLines(scribe, policy) },
    ],
  };
}

const classes = ['requireUppercaseCharacters', 'requireLowercaseCharacters', 'requireNumbers', 'requireSymbols'] as const;

function strengthLines(scribe: Scribe, policy: Custom): string[] {
  return classes.map((member) => {
    const required = policy[member];
    const name = scribe.say(`password.class.${member}`);
    return scribe.say(required === undefined ? 'password.class-unknown' : required ? 'password.class-required' : 'password.class-free', { name });
  });
}

function otherLines(scribe: Scribe, policy: Custom): string[] {
  const { allowUsersToChangePassword: change, maxPasswordAge: days, passwordReusePrevention: remembered, hardExpiry } = policy;
  return [
    expiryLine(scribe, policy, days),
    ...(days !== undefined && days > 0 && hardExpiry !== undefined ? [scribe.say(hardExpiry ? 'password.hard-expiry' : 'password.soft-expiry')] : []),
    scribe.say(change === undefined ? 'password.change-unknown' : change ? 'password.change' : 'password.no-change'),
    remembered === undefined || remembered === 0 ? scribe.say('password.reuse') : scribe.say('password.no-reuse', { count: remembered }),
  ];
}

function expiryLine(scribe: Scribe, { expirePasswords }: Custom, days: number | undefined): string {
  if (days !== undefined && days > 0) return scribe.say('password.expires', { days });
  return scribe.say(
    expirePasswords === undefined && days === undefined
      ? 'password.expiry-unknown'
      : expirePasswords === true
        ? 'password.expires-untold'
        : 'password.never-expires',
  );
}
