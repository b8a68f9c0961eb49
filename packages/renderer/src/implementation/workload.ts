import { take } from '../view/index.ts';
import { cell, leftWords, undeclared, type Sheet } from './sheet.ts';
import { textLength, trimBlocks } from './trim.ts';

/** What the engagement says of the workload and its accounts, and which of these were seen. */
export function workloadSection(sheet: Sheet) {
  const { engagement, scribe, budget } = sheet;
  const description = engagement?.workload?.description;
  const whole = description === undefined ? [] : scribe.blocks(description, 'workload.description');
  const blocks = trimBlocks(whole, budget.statement);
  const components = take(engagement?.workload?.components ?? [], budget.components);
  return {
    customer: engagement?.customer.description === undefined ? '' : cell(sheet, scribe.words.text(engagement.customer.description)),
    description: blocks,
    descriptionLeft: leftWords(sheet, 'characters', textLength(whole) - textLength(blocks)),
    undeclared: description === undefined ? scribe.say('workload.undeclared') : '',
    components: components.shown.map((component) => cell(sheet, scribe.words.text(component))),
    componentsLeft: leftWords(sheet, 'components', components.left),
    accounts: accountsTable(sheet),
  };
}

function accountsTable(sheet: Sheet) {
  const { engagement, assessment, scribe, budget } = sheet;
  const snapshots = new Map(assessment.snapshots.map((snapshot) => [snapshot.account.id, snapshot]));
  const declared = (engagement?.accounts ?? []).map((account) => ({ ...account, role: scribe.say(`account-role.${account.role}`) }));
  const others = assessment.snapshots.map(({ account }) => account).filter(({ id }) => !declared.some((account) => account.id === id));
  const rows = [...declared, ...others.map(({ id, name }) => ({ id, name, role: undeclared(sheet) }))];
  const { shown, left } = take(rows, budget.accounts * 4);
  return {
    rows: shown.map(({ id, name, role }) => ({
      id: scribe.text(id),
      name: name === undefined ? undeclared(sheet) : cell(sheet, name),
      role,
      snapshot: snapshots.has(id) ? scribe.text(snapshots.get(id)?.id ?? '') : scribe.say('workload.no-snapshot'),
    })),
    left: leftWords(sheet, 'accounts', left),
  };
}
