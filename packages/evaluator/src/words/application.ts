/** What is said of an application as a whole. */
export const applicationWords = {
  'no-example': 'None of {count} {count|example|examples} is ready. The nearest is {nearest}, with {blockers} {blockers|blocker|blockers}.',
  'same-customer': 'These examples are of the same customer: {examples}. Each must be of another legal entity.',
  'item-unanswered': 'Action item {item} of the submission of {date} has no answer.',
  'item-answered': 'Action item {item} of {date} is answered by {author} on {answered}; it names no criterion to hold it against.',
  'item-measured': 'Action item {item} of {date} is answered by {author} on {answered}, and {criterion} is met now.',
  'item-contradicted': 'Action item {item} of {date} is answered by {author} on {answered}, but {criterion} is met in no example.',
  'release-over': 'The checklist release {release} was taken until {last}; the application is for {day}. Take the release of today.',
  'release-ends': 'The checklist release {release} is taken until {last}: {days} {days|day|days} more.',
  'release-unknown': 'Until when the checklist release {release} is taken is not known here. Write checklist.usableUntil once you know.',
  'other-designation': 'The engagement {example} names another designation or checklist release than the application.',
  'few-examples':
    'The application has {count} {count|example|examples}; Service Delivery asks for {usual}. One that is ready is enough for ACCT-002.',
  'example-open': 'The example {example} is not ready: {blockers} {blockers|blocker|blockers}. Leave its documents out, or mend it first.',
} as const;
