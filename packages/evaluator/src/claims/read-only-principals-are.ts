import { accessMessages, changes, judgeAccess } from './engine/access.ts';
import { defineClaim } from './engine/definition.ts';

export default defineClaim({
  id: 'readOnlyPrincipalsAre',
  title: 'Principals that only read',
  description:
    'The policies of each of these users and roles let it list and read, and change nothing. Others may be read-only too: the claim does not speak of them. What they may do with their own user is left out.',
  arguments: { principals: 'users and roles by ARN or name; * stands for any characters' },
  criterion: 'B1',
  since: '0.1.0',
  example: 'claim: readOnlyPrincipalsAre\nprincipals: [evidence-reader]',
  inputs: ['principals', 'policyAccess'],
  messages: {
    'held': { outcome: 'held', text: 'IAM policies let {names} list and read, and change nothing but their own sign-in.' },
    'beyond': { outcome: 'contradicted', text: '{policy} lets {name} change things in {services}.' },
    'beyond-many': { outcome: 'contradicted', text: '{policy} lets {name} change things in {count} services, such as {services}.' },
    ...accessMessages,
  },
  judge: ({ principals }, reach) => {
    const { names, accounts: _, ...rest } = judgeAccess(reach, { principals, services: [], bits: changes });
    return { held: { message: 'held', data: { names } }, ...rest };
  },
});
