/** Why a principal is not in scope. */
export const scopeWords = {
  'party-customer': 'The customer’s own.',
  'party-thirdParty': 'A third party’s.',
  'party-aws': 'AWS’s own: service-linked, used by an AWS service only.',
  'excluded': 'Left out by {author} on {date}: {reason}',
} as const;
