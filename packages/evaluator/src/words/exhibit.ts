/** What must be changed in a policy before it can be shown as an example of least privilege. */
export const exhibitWords = {
  'inline': 'It is written into the principal: make it a customer managed policy, and attach that.',
  'action': 'Statement {statement}: write out the actions needed instead of {patterns}, which {count|stands|stand} for {actions} in all.',
  'action-unknown': 'Statement {statement}: write out the actions needed instead of {patterns}; the action data knows none that fits.',
  'not-action': 'Statement {statement}: list in Action what is allowed, instead of leaving out {patterns} by NotAction.',
  'resource': 'Statement {statement}: name resources instead of the star for {actions} ({count} in all).',
  'resource-split':
    'Statement {statement}: name resources instead of the star for {actions} ({count} in all), and move the actions for which IAM takes none ({others}) to a statement of their own.',
  'not-resource': 'Statement {statement}: name in Resource what may be touched, instead of leaving out some by NotResource.',
  'escalation': 'Take {actions} apart: together they may give more permissions than the policy does.',
  'escalation-more': 'The same of {count} more {count|set|sets} of actions.',
  'nothing-scoped': 'Limit what the function changes to named resources, or by a condition on them: no statement is limited so far.',
} as const;
