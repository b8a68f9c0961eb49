import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import type { Criterion } from './criterion.ts';
import { rolesInScope } from './in-scope.ts';

const SECONDS_PER_HOUR = 3600;

export const a2: Criterion = {
  id: 'A2',
  title: 'When and how temporary credentials are used',
  rules: [
    'user-access-key',
    'user-service-specific-credential',
    'user-ssh-key',
    'user-signing-certificate',
    'root-access-key',
    'role-temporary-credential',
    'role-mfa-condition',
  ],
  statements: ['temporaryCredentials'],
  needsStatements: false,
  sections: ['access-approach', 'principals'],
  measure: (run) => {
    const roles = rolesInScope(run).list;
    if (roles.length === 0) return { facts: [] };
    const durations = roles.flatMap(({ session }) => session?.seconds ?? []);
    const hours = Math.round((Math.max(0, ...durations) / SECONDS_PER_HOUR) * 100) / 100;
    const longest = { hours, count: durations.length, total: roles.length };
    return {
      facts: [
        say(criterionWords, 'roles-in-scope', { count: roles.length }),
        ...(hours > 0 ? [say(criterionWords, 'session-longest', longest)] : []),
      ],
    };
  },
};
