import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import type { Criterion } from './criterion.ts';
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
    return { facts: principals.length > 0 ? [say(criterionWords, 'functions', { count: principals.length, functions })] : [] };
  },
};
