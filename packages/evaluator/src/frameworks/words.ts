import { grouped } from '../words/format.ts';

/** What IAM data cannot give, each said so that it ends "It needs …". */
const needWords = {
  accessAnalyzer: 'the Access Analyzer API',
  accountSettings: 'the root user’s console: there is no API',
  cloudTrail: 'the CloudTrail and S3 APIs',
  declaration: 'a declared statement',
  ec2: 'the EC2 API',
  identityProvider: 'the settings of the identity provider',
  judgement: 'a person’s judgement',
  organizations: 'the Organizations API',
  procedure: 'a written procedure',
  resourcePolicies: 'the policies of resources, service by service',
  secondSnapshot: 'snapshots of several dates',
  workload: 'a look into code and stores of the workload',
} as const;
export type NeedId = keyof typeof needWords;

/** What is said of controls. */
export const frameworkWords = {
  'held': '{rule#title}: {passed} of {total} {passed|passes|pass}.',
  'failed': '{rule#title}: {failed} of {total} {failed|fails|fail}.',
  'failed-waived': '{rule#title}: {failed} of {total} {failed|fails|fail}; {waived} {waived|is|are} waived, {left} {left|is|are} left.',
  'unproven': '{rule#title}: {count} of {total} could not be judged.',
  'unsaid': '{rule#title}: {count} of {total} {count|needs|need} a person’s word.',
  'nothing': '{rule#title}: there was nothing to judge.',
  'absent': 'Not evaluated: the assessment has no verdict of {rule}.',
  'rest': 'IAM data shows it in part; the rest needs {needs#need}.',
  'not-decidable': 'It needs {needs#need}; IAM data does not show it.',
  'retired': 'Withdrawn by its publisher in {month}.',
  'judges-account': 'Judged: the whole account.',
  'judges-account-linked':
    'Judged: the whole account, but for {count} service-linked {count|role|roles}, which only AWS can change, where a rule looks at what principals may do.',
  'judges-scope':
    'Judged: the principals in scope of the engagement, where a rule looks at principals; {count} {count|is|are} left out. The framework asks for the whole account.',
  'judges-partner': 'Judged: the partner’s principals, by the scope of the engagement; {count} of others {count|is|are} left out.',
  'judges-undeclared': 'Judged: every principal, for no engagement says which are the partner’s.',
  ...grouped('need', needWords),
} as const;
