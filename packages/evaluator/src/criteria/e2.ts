import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { problem, type Criterion } from './criterion.ts';
import { oldWork } from './work-age.ts';

export const e2: Criterion = {
  id: 'E2',
  title: 'How it is implemented in one customer example',
  rules: [],
  statements: [],
  needsStatements: false,
  sections: ['workload', 'principals', 'provenance'],
  measure: (run) => {
    const { engagement, accounts } = run;
    if (!engagement) return { facts: [], problems: [problem('undeclared', 'engagement-none')] };
    const workloads = engagement.accounts.filter((account) => account.role === 'workload');
    if (workloads.length === 0) return { facts: [], problems: [problem('undeclared', 'workload-none')] };
    const seen = new Set(accounts.map((account) => account.context.snapshot.account.id));
    const missing = workloads.filter((account) => !seen.has(account.id)).map(({ id }) => problem('unproven', 'workload-missing', { account: id }));
    const count = engagement.accounts.filter((account) => seen.has(account.id)).length;
    const data = { id: engagement.id, customer: engagement.customer.name, count };
    return { facts: count > 0 ? [say(criterionWords, 'example-described', data)] : [], problems: [...missing, ...oldWork(run)] };
  },
};
