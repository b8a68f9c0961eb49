import { accessMessages, anyLevel, judgeAccess, noService, serviceReasons } from './engine/access.ts';
import { defineClaim } from './engine/definition.ts';

export default defineClaim({
  id: 'accessOnlyTo',
  title: 'Access to some services only',
  description:
    'The policies of these users and roles grant nothing beyond these services: no list, no read, no change. What they may do with their own user, such as changing its password, is left out. Each policy that reaches further is told, the one with the most services first.',
  arguments: { principals: 'users and roles by ARN or name; * stands for any characters', services: 'prefixes as in policies, such as ec2' },
  criterion: 'B1',
  since: '0.1.0',
  example: 'claim: accessOnlyTo\nprincipals: [ec2-operator]\nservices: [ec2]',
  inputs: ['principals', 'policyAccess'],
  messages: {
    'held': {
      outcome: 'held',
      text: 'What IAM policies grant {names} is access to {services} and to nothing else, apart from managing their own sign-in.',
    },
    'beyond': { outcome: 'contradicted', text: '{policy} gives {name} access to {services} too.' },
    'beyond-many': { outcome: 'contradicted', text: '{policy} gives {name} access to {count} more services, such as {services}.' },
    ...accessMessages,
    'no-service': noService,
  },
  judge: ({ principals, services }, reach) => {
    const { names, accounts: _, unclear, ...rest } = judgeAccess(reach, { principals, services, bits: anyLevel });
    return { held: { message: 'held', data: { names, services } }, ...rest, unclear: [...unclear, ...serviceReasons(services)] };
  },
});
