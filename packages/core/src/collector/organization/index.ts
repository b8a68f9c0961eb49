import type { Call } from '../calls/call.ts';
import { contactCalls } from './contacts.ts';
import { identityCenterCalls } from './identity-center.ts';
import { organizationCalls } from './organizations.ts';

/** What is asked for only when it is included: each is for the account that has it. */
export const includedCalls: readonly Call[] = [...contactCalls, ...organizationCalls, ...identityCenterCalls];
