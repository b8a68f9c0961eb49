import { refused, type Answer } from './aws.test-helper.ts';

/** The answer of GetAlternateContact for one kind. */
export function contactOf(AlternateContactType: string): Answer {
  return { AlternateContact: { AlternateContactType, Name: 'Team', Title: 'On call', EmailAddress: 'team@example.com', PhoneNumber: '+1-555-0101' } };
}

/** What the CLI prints for a kind that is not set: it does not say which. */
export const notFound = refused('GetAlternateContact', 'ResourceNotFoundException');
export const contactDenied = refused('GetAlternateContact', 'AccessDeniedException');
