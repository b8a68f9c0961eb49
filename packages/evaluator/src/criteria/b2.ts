import type { Message } from '@iam-dossier/core/assessment';
import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import type { Criterion, Run } from './criterion.ts';
import { rolesInScope, usersInScope } from './in-scope.ts';

export const b2: Criterion = {
  id: 'B2',
  title: 'Dedicated credentials for each person of the partner',
  rules: ['user-dedicated-credential', 'role-account-trust'],
  statements: ['dedicatedCredentials'],
  needsStatements: true,
  sections: ['principals', 'access-approach'],
  measure: (run) => ({ facts: factsOf(run) }),
};

function factsOf(run: Run): Message[] {
  const users = usersInScope(run);
  const roles = rolesInScope(run).list.length;
  if (users.list.length === 0) return users.whole && roles > 0 ? [say(criterionWords, 'no-users', { count: roles })] : [];
  const outcomes = run.results.get('user-dedicated-credential')?.outcomes ?? '';
  const people = outcomes.split('p').length - 1;
  const machines = outcomes.split('a').length - 1;
  return [
    ...(people > 0 ? [say(criterionWords, 'people-declared', { count: people })] : []),
    ...(machines > 0 ? [say(criterionWords, 'machines-declared', { count: machines })] : []),
  ];
}
