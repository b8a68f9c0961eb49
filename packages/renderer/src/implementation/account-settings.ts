import type { AssessedSnapshot } from '@iam-dossier/core/assessment';
import { take, writeTime } from '../view/index.ts';
import { passwordPolicyPanel } from './password-policy.ts';
import { leftWords, type Sheet } from './sheet.ts';

/** Settings of each account: supporting facts, which no ACCT-002 criterion asks for. */
export function accountSettings(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { shown, left } = take(assessment.snapshots, budget.accounts);
  return {
    lead: scribe.say('settings.lead'),
    accounts: shown.map((snapshot) => ({
      title: accountTitle(sheet, snapshot),
      password: passwordPolicyPanel(scribe, snapshot.passwordPolicy),
      sts: stsPanel(sheet, snapshot),
      root: rootPanel(sheet, snapshot),
      counts: countsPanel(sheet, snapshot),
      origin: scribe.say('panel.origin', {
        id: scribe.text(snapshot.id),
        time: snapshot.collectedAt === null ? scribe.say('time.unknown') : writeTime(snapshot.collectedAt),
      }),
    })),
    left: leftWords(sheet, 'accounts', left),
  };
}

export function accountTitle({ scribe }: Sheet, { account }: AssessedSnapshot): string {
  const id = scribe.text(account.id);
  return account.name === undefined
    ? scribe.say('settings.account', { id })
    : scribe.say('settings.named-account', { id, name: scribe.text(account.name) });
}

/** The regional endpoints are the same in every account, and no API tells whether one is active: said as such. */
function stsPanel({ scribe }: Sheet, { globalEndpointTokenVersion: version }: AssessedSnapshot) {
  const known = version === 1 || version === 2;
  return [
    { label: scribe.say('sts.global'), lines: [known ? scribe.say(`sts.version-${version}`) : scribe.say('not-in-data')] },
    { label: scribe.say('sts.regional'), lines: [scribe.say('sts.regional-tokens'), scribe.say('sts.regional-note')] },
  ];
}

function rootPanel({ scribe }: Sheet, { rootUser }: AssessedSnapshot) {
  return (['mfa', 'accessKeys', 'password'] as const).map((member) => ({
    label: scribe.say(`root.${member}`),
    lines: [rootUser[member] === 'unknown' ? scribe.say('not-in-data') : scribe.say(`root.${member}-${rootUser[member]}`)],
  }));
}

const counted = ['users', 'groups', 'roles', 'customerManagedPolicies', 'samlProviders', 'openIdConnectProviders'] as const;

function countsPanel({ scribe }: Sheet, { counts }: AssessedSnapshot) {
  return counted.map((member) => {
    const count = counts[member];
    return {
      label: scribe.say(`count.${member}`),
      value: count === null ? scribe.say('not-in-data') : scribe.words.number(count),
      known: count !== null,
    };
  });
}
