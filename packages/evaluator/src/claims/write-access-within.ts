import { accessMessages, changes, judgeAccess, noService, serviceReasons } from './engine/access.ts';
import { defineClaim } from './engine/definition.ts';

export default defineClaim({
  id: 'writeAccessWithin',
  title: 'Changes within some services only',
  description:
    'The policies of these users and roles let them change things (write, tag, set permissions) in these services only; what they may read is not limited by the claim. What they may do with their own user is left out.',
  arguments: { principals: 'users and roles by ARN or name; * stands for any characters', services: 'prefixes as in policies, such as ec2' },
  criterion: 'B1',
  since: '0.1.0',
  example: 'claim: writeAccessWithin\nprincipals: [ec2-operator]\nservices: [ec2, ssm]',
  inputs: ['principals', 'policyAccess'],
  messages: {
    'held': {
      outcome: 'held',
      text: 'IAM policies let {names} change things in {services} and nowhere else, apart from managing their own sign-in.',
    },
    'beyond': { outcome: 'contradicted', text: '{policy} lets {name} change things in {services} too.' },
    'beyond-many': { outcome: 'contradicted', text: '{policy} lets {name} change things in {count} more services, such as {services}.' },
    ...accessMessages,
    'no-service': noService,
  },
  judge: ({ principals, services }, reach) => {
    const { names, accounts: _, unclear, ...rest } = judgeAccess(reach, { principals, services, bits: changes });
    return { held: { message: 'held', data: { names, services } }, ...rest, unclear: [...unclear, ...serviceReasons(services)] };
  },
});
