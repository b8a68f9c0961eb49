import type { Message } from '@iam-dossier/core/assessment';
import { isDeleted, type RoleTrust } from '../facts/trust.ts';
import type { UserFact } from '../facts/users.ts';
import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { problem, type Criterion } from './criterion.ts';
import { rolesInScope, usersInScope } from './in-scope.ts';

const peopleWays = ['identityCenter', 'accountAccessManager', 'saml', 'openIdConnect', 'account', 'principal'];

export const a1: Criterion = {
  id: 'A1',
  title: 'Standard access to customer accounts, by console and programmatically',
  rules: ['role-external-trust', 'role-anonymous-trust', 'role-external-id', 'role-federated-subject'],
  statements: ['console', 'programmatic'],
  needsStatements: true,
  sections: ['access-approach', 'principals'],
  measure: (run) => {
    const roles = rolesInScope(run);
    const users = usersInScope(run);
    const facts = [...roleFacts(roles.list), ...userFacts(users.list)];
    const declared = run.engagement?.accessModel?.console ?? run.engagement?.accessModel?.programmatic;
    const nobody = roles.whole && users.whole && roles.list.length + users.list.length === 0;
    return { facts, problems: declared && nobody ? [problem('rejected', 'no-way-in')] : [] };
  },
};

function roleFacts(roles: readonly RoleTrust[]): Message[] {
  const people = roles.map((role) => role.ways.filter((way) => peopleWays.includes(way.kind) && !isDeleted(way))).filter((ways) => ways.length > 0);
  const kinds = [...new Set(people.flat().map((way) => way.kind))].sort();
  const machines = roles.filter(
    (role) => role.ways.length > 0 && role.ways.every((way) => !peopleWays.includes(way.kind) && way.kind !== 'unreadable'),
  );
  return [
    ...(people.length > 0 ? [say(criterionWords, 'ways-people', { count: people.length, kinds })] : []),
    ...(machines.length > 0 ? [say(criterionWords, 'ways-machines', { count: machines.length })] : []),
  ];
}

/** Counted among those of whom it is known. */
function userFacts(users: readonly UserFact[]): Message[] {
  const console = users.filter((user) => user.console.access !== 'unknown');
  const keys = users.flatMap((user) => (user.accessKeys === null ? [] : [user.accessKeys]));
  const enabled = console.filter((user) => user.console.access === 'enabled').length;
  const active = keys.filter((list) => list.some((key) => key.status === 'active')).length;
  return [
    ...(console.length > 0 ? [say(criterionWords, 'users-console', { count: enabled, total: console.length })] : []),
    ...(keys.length > 0 ? [say(criterionWords, 'users-keys', { count: active, total: keys.length })] : []),
  ];
}
