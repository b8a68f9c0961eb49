import { grouped } from './format.ts';

/** What each declared statement is about, by its member name in `accessModel`. */
export const statementTopics = {
  console: 'console access',
  programmatic: 'programmatic access',
  temporaryCredentials: 'temporary credentials',
  federation: 'federation of existing identities',
  leastPrivilege: 'least privilege',
  dedicatedCredentials: 'dedicated credentials',
} as const;

/** Files that people write. */
export const fileNames = { engagement: 'engagement', partner: 'partner' } as const;

const federationNames = {
  identityCenter: 'IAM Identity Center',
  saml: 'SAML',
  openIdConnect: 'OpenID Connect',
  managedActiveDirectory: 'AWS Managed Microsoft AD',
  none: 'none',
} as const;

/** Ways by which people come into a role. */
const peopleWayNames = {
  identityCenter: 'by IAM Identity Center',
  accountAccessManager: 'by AWS account access manager',
  saml: 'by SAML',
  openIdConnect: 'by OpenID Connect',
  account: 'from an account that the trust policy names',
  principal: 'as a principal that the trust policy names',
} as const;

/** What is said of criteria: verdicts, measured facts, contradictions. */
export const criterionWords = {
  'verdict-pass': 'Met: what is declared and what was measured agree.',
  'verdict-pass-facts': 'Met: the facts below support it.',
  'verdict-fail': 'Not met: {count} {count|reason|reasons}.',
  'verdict-notEvaluated': 'Not proven: the data needed is not all there.',
  'verdict-manual': 'Not yet answered: {count} {count|statement or confirmation is|statements or confirmations are} missing.',
  'rule-failed': '{rule#title}: {failed} of {total} {failed|fails|fail}.',
  'rule-unproven': '{rule#title}: {count} of {total} could not be judged.',
  'rule-manual': '{rule#title}: {count} of {total} {count|needs|need} a person’s word.',
  'rule-held': '{rule#title}: {passed} of {total} {passed|passes|pass}.',
  'nothing-measured': 'Nothing in the data shows it: there was nothing to measure it on.',
  'statement-missing': 'No statement is declared on {topic#topic}.',
  'ways-people': '{count} {count|role|roles} in scope {count|admits|admit} people, who come {kinds#way}.',
  'ways-machines': '{count} {count|role|roles} in scope {count|admits|admit} machines only.',
  'users-console': '{count} of {total} {total|user|users} in scope whose console access is known {count|has|have} a console password.',
  'users-keys': '{count} of {total} {total|user|users} in scope whose access keys are known {count|holds|hold} an active one.',
  'no-way-in': 'Access is described, but the accounts show no user and no role by which the partner could come in.',
  'roles-in-scope': '{count} {count|role is|roles are} in scope; each gives temporary credentials.',
  'session-longest': 'The longest role session in scope is {hours} {hours|hour|hours}; known of {count} of {total} {total|role|roles}.',
  'federation-measured': '{count} {count|role admits|roles admit} people by {kind#federation}.',
  'federation-declared-absent': 'Federation by {kind#federation} is declared; no role in the accounts shows it.',
  'federation-declared-unseen': 'Federation by {kind#federation} is declared; no role seen shows it, and not all roles were seen.',
  'federation-declared-none': 'The engagement says that no federation is used; roles show {kinds#federation}.',
  'functions': '{count} {count|principal|principals} in scope, in {functions} {functions|function|functions}; what each may do is listed.',
  'services-attempted':
    '{count} {count|principal|principals} in scope attempted {attempted} of {total} services granted, in the time that IAM tracks.',
  'people-declared': '{count} {count|user|users} in scope, each with one declared person.',
  'machines-declared': '{count} {count|user|users} in scope declared as {count|a machine|machines}, without a console password.',
  'no-users': 'No IAM user is in scope: access goes through {count} {count|role|roles} only.',
  'sop-adopted': 'The procedure, version {version}, was adopted by {approver} on {date}.',
  'sop-none': 'No adopted procedure: nobody approved the proposed one yet.',
  'sop-version': 'The procedure is version {version}; version {adopted} was adopted.',
  'sop-future': 'The procedure is not in force on {issuedAt}: the date of its {member#sop} is {date}.',
  'words-keys': '{member} of the {file#file}, line {line}, says “{words}”: AWS’s reviewers reject any reference to the use of long-term credentials.',
  'words-shared': '{member} of the {file#file}, line {line}, says “{words}”: AWS’s reviewers reject shared credentials.',
  'words-nothing': '{member} of the {file#file}, line {line}, says “{words}”, which is no answer.',
  'words-same': '{member} of the {file#file}, line {line}, says “{words}”: each example is to be described by itself.',
  'words-customer': '{member} of the {file#file}, line {line}, says “{words}”: the partner must hold the practice, whoever does it.',
  'words-placeholder': '{member} of the {file#file}, line {line}, was left to be filled in: “{words}”.',
  'work-old-snapshot':
    'Account {account} was read on {date}, more than {months} months before {issuedAt}: AWS takes work of the last {months} months.',
  'work-old-document': 'The document is of {date}, more than {months} months before {issuedAt}: AWS takes work of the last {months} months.',
  'example-described': 'The engagement {id} describes how it is implemented for {customer}, from {count} {count|snapshot|snapshots}.',
  'engagement-none': 'No engagement describes a customer example.',
  'workload-missing': 'There is no snapshot of the workload account {account}.',
  'workload-none': 'The engagement names no workload account.',
  ...grouped('topic', statementTopics),
  ...grouped('federation', federationNames),
  ...grouped('way', peopleWayNames),
  ...grouped('sop', { adopted: 'adoption', effectiveDate: 'effect' }),
  ...grouped('file', fileNames),
} as const;

/** What to do about a reason that comes from no rule, by the id of the reason. */
export const mendWords = {
  'rule-unproven': 'Hand in the data that is missing; the readiness report lists it.',
  'rule-manual': 'Declare it in the engagement; the readiness report lists the principals.',
  'nothing-measured': 'Hand in the snapshots of the accounts in which it shows, or declare whose their principals are.',
  'statement-missing': 'Write accessModel.{topic} (text, author, date) in the engagement.',
  'no-way-in': 'Import the account in which the partner works, or declare whose its principals are.',
  'federation-declared-absent': 'Set up the federation declared, or correct accessModel.federation in the engagement.',
  'federation-declared-unseen':
    'Hand in all roles: the output of aws iam get-account-authorization-details, and the account summary that confirms it.',
  'federation-declared-none': 'Correct accessModel.federation in the engagement.',
  'sop-none': 'Have the SOP approved and fill sop.adopted (approver, date, version) in the partner file.',
  'sop-version': 'Have this version of the SOP approved, and write it in sop.adopted of the partner file.',
  'sop-future': 'Wait until the procedure is in force, or date the documents after it.',
  'engagement-none': 'Describe the customer example in an engagement file and give it with -e.',
  'workload-missing': 'Import account {account} and hand in its snapshot too.',
  'words-keys': 'Write in {member}, line {line}, once it is so: “{rewrite}”',
  'words-shared': 'Write in {member}, line {line}, once it is so: “{rewrite}”',
  'words-nothing': 'Write in {member}, line {line}, what is so, such as: “{rewrite}”',
  'words-same': 'Write in {member}, line {line}: “{rewrite}”',
  'words-customer': 'Write in {member}, line {line}, once it is so: “{rewrite}”',
  'words-placeholder': '{rewrite} ({member} of the {file#file}, line {line}.)',
  'work-old-snapshot': 'Read account {account} anew, and evaluate again.',
  'work-old-document': 'Describe work of the last {months} months, and date document.date of the engagement.',
  'claim-contradicted': 'Mend the account, or correct the claim {claim} in the engagement: what the snapshot contradicts must not be handed in.',
  'workload-none': 'Give one of accounts[] in the engagement the role "workload".',
  ...grouped('file', fileNames),
} as const;
