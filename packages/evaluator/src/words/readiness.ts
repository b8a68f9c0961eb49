import { fileNames, statementTopics } from './criteria.ts';
import { declaredFactNames } from './declared-facts.ts';
import { grouped } from './format.ts';

/** What is told beside the blockers: nothing of it stops a submission, all of it is to be known. */
export const readinessWords = {
  'supporting-failed': '{rule#title}: {failed} {failed|fails|fail} in scope. No criterion of ACCT-002 asks for it; a careful reviewer may.',
  'supporting-unproven': '{rule#title}: {count} in scope could not be judged. No criterion of ACCT-002 asks for it; a careful reviewer may.',
  'stale': 'The snapshot of account {account} is {days} days old on {issuedAt}; reviewers ask for current evidence.',
  'issued-before': 'The documents are dated {issuedAt}, before account {account} was read on {date}.',
  'undated': 'When account {account} was read is not known: ages were not judged.',
  'other-account': 'Account {account} is not one of the engagement’s accounts.',
  'other-partition': 'Account {account} is in the partition {partition}; the engagement says {declared}.',
  'refused': '{count} {count|file|files} handed in for account {account} could not be read.',
  'words-denied':
    '{member} of the engagement speaks of “{words}”, though it denies their use; a reviewer may stop there. Say only what is used instead.',
  'words-hedge': '{member} of the engagement says “{words}”: say when it is done, and when not.',
  'words-singleUser': '{member} of the engagement speaks of “{words}”: say whose it is, for it reads like a login that several share.',
  'statement-old': 'The statement on {topic#topic} is of {date}, more than {months} months before the documents.',
  'exempt':
    'A Well-Architected review of {reviewed} without outstanding high-risk issues is declared by {author} on {date}: AWS then waives ACCT-002. Hand in the exported review report instead.',
  'exempt-not': 'The Well-Architected review of {reviewed} has {open} outstanding high-risk {open|issue|issues}: it does not waive ACCT-002.',
  'principal-unmatched': 'The engagement declares {arn}; no user, role or trusted principal in the snapshots fits it.',
  'exclusion-unmatched': 'The engagement leaves out {arn}; no user or role in the snapshots fits it.',
  'waiver-unknown': 'A waiver names the rule {rule}, which does not exist.',
  'waiver-unknown-near': 'A waiver names the rule {rule}, which does not exist; {near} does.',
  'waiver-unmatched': 'The waiver of {rule} for {subject} fits no failure.',
  'waiver-expired': 'The waiver of {rule} for {subject} expired on {expires}.',
  'waiver-future': 'The waiver of {rule} for {subject} is dated {date}, after the documents: it marks nothing.',
  'waived': '{count} of {before} {before|failure|failures} {count|is|are} waived, {after} {after|is|are} not; a waiver lifts no blocker.',
  'claim-unchecked': 'The claim {claim} could not be checked: it stands in the documents as declared only.',
  'fact-expired': 'What {author} declared of {key#fact} held until {expires}.',
  'fact-future': 'What {author} declares of {key#fact} is dated {date}, after the documents.',
  'excluded': '{count} {count|principal is|principals are} left out of the scope by decision; the number is printed in the documents.',
  'components-none': 'The engagement lists no components of the workload; reviewers expect a short list of them.',
  'sop-review': 'The procedure was to be reviewed by {date}.',
  'designation-release': 'The engagement names the checklist release {release}; the criteria were confirmed against {confirmed}.',
  'text-locale':
    '{count} {count|text|texts} of the {file#file} {count|has|have} no words in the language of the documents ({locale}), such as {member}: another language stands there, marked.',
  ...grouped('topic', statementTopics),
  ...grouped('file', fileNames),
  ...grouped('fact', declaredFactNames),
} as const;
