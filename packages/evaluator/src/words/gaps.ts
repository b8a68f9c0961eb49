/** Why effective permissions cannot be said in full. */
export const gapWords = {
  'no-policies': 'Its policies are not in the data.',
  'unresolved': 'The document of {policy} is not in the data.',
  'unreadable': 'The document of {policy} could not be read.',
  'group-absent': 'The policies of the group {group} are not in the data.',
  'boundary-unresolved': 'The document of the permissions boundary {policy} is not in the data: it may allow less than is shown.',
  'boundary-unreadable': 'The document of the permissions boundary {policy} could not be read: it may allow less than is shown.',
  'unknown-actions': '{count} {count|action is|actions are} not known to the action data, such as {actions}.',
} as const;
