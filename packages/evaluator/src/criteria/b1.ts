import type { Message } from '@iam-dossier/core/assessment';
import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import type { Criterion, Run } from './criterion.ts';
import { principalsInScope } from './in-scope.ts';

export const b1: Criterion = {
  id: 'B1',
  title: 'Minimum privileges, without wildcards as far as possible',
  rules: [
    'principal-service-wildcard',
    'principal-broad-data-access',
    'principal-administrator',
    'principal-escalation',
    'principal-escalation-chain',
  ],
  statements: ['leastPrivilege'],
  needsStatements: false,
  sections: ['least-privilege', 'principals'],
  measure: (run) => {
    const principals = principalsInScope(run).list.filter(({ effective }) => effective.status !== 'unknown');
    const functions = new Set(principals.map(({ effective }) => effective.function.text)).size;
    const measured = principals.length > 0 ? [say(criterionWords, 'functions', { count: principals.length, functions })] : [];
    return { facts: [...measured, ...attemptedFacts(run)] };
  },
};

/** How many of the services granted were attempted, of those principals in scope whose jobs are in the data. */
function attemptedFacts(run: Run): Message[] {
  const inScope = new Set(principalsInScope(run).list.map(({ arn }) => arn));
  const uses = run.accounts.flatMap((account) => {
    const use = account.get('serviceUse');
    return use.known ? [...use.value.byArn].filter(([arn]) => inScope.has(arn)).map(([, entry]) => entry) : [];
  });
  const total = uses.reduce((sum, { granted }) => sum + granted.length, 0);
  const attempted = total - uses.reduce((sum, { unused }) => sum + unused.length, 0);
  return total === 0 ? [] : [say(criterionWords, 'services-attempted', { attempted, total, count: uses.length })];
}
