import { defineRule } from '../engine/rule.ts';
import { fail, manual, notApplicable, notEvaluated, pass, type Verdict } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-dedicated-credential',
  title: 'One person behind each user',
  description:
    'Each user in scope is declared as one person of the partner, or as a machine without a console password. IAM cannot tell who knows a password: this is declared, and checked against what can be measured. A break-glass user needs a declared person too.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  options: {},
  inputs: ['users', 'identities'],
  messages: {
    'machine-with-console': {
      outcome: 'fail',
      text: 'The user is declared as a machine and has a console password: who signs in with it cannot be told.',
    },
    'other-organisation': {
      outcome: 'fail',
      text: 'The user is declared as the partner’s, and the person behind it is not: the organisation declared is “{organisation}”.',
      key: ['organisation'],
    },
    'person-unknown': {
      outcome: 'manual',
      text: 'The person “{person}” declared behind the user is not described in the engagement.',
      key: ['person'],
    },
    'undeclared': { outcome: 'manual', text: 'Nobody declared which person is behind the user.' },
    'console-unknown': { outcome: 'notEvaluated', text: 'The user is declared as a machine; whether it has a console password is not in the data.' },
  },
  remediation: {
    console:
      'Give each person an identity of their own, best in IAM Identity Center, and name the person of each user under principals[].person in the engagement. Remove the console password of users that machines use.',
    cli: ['# Of a user that a machine uses:', 'aws iam delete-login-profile --user-name <user>'].join('\n'),
    terraform: '# Of a user that a machine uses: remove the aws_iam_user_login_profile resource.',
  },
  subjects: ({ users }) => users.filter((user) => user.inScope),
  evaluate: ({ subject, console, consoleEvidence, at }, { identities }) => {
    const fact = identities.get(subject);
    const evidence = [at];
    if (fact?.identity.basis === 'declared' && fact.identity.kind === 'workload') return machineVerdict(console.access, consoleEvidence);
    if (fact?.personId === undefined) return manual('undeclared', {}, { evidence });
    if (fact.organisation === undefined) return manual('person-unknown', { person: fact.personId }, { evidence });
    return fact.organisation === 'partner' ? pass : fail('other-organisation', { organisation: fact.organisation }, { evidence });
  },
});

function machineVerdict(
  access: 'enabled' | 'disabled' | 'unknown',
  evidence: readonly string[],
): Verdict<'machine-with-console' | 'console-unknown'> {
  if (access === 'disabled') return notApplicable;
  return access === 'enabled' ? fail('machine-with-console', {}, { evidence }) : notEvaluated('missing', 'console-unknown');
}
