import { AwsError, noSuchEntity } from '../error.ts';
import type { Answer, Ask } from './handler.ts';

export function accountSummary({ served }: Ask): Answer {
  return { output: { SummaryMap: served.snapshot.accountSummary ?? {} } };
}

export function passwordPolicy({ served }: Ask): Answer {
  const policy = served.snapshot.passwordPolicy;
  if (policy?.kind !== 'custom') throw noSuchEntity(`The Password Policy with domain name ${served.id} cannot be found.`);
  return { output: { PasswordPolicy: { allowUsersToChangePassword: false, expirePasswords: false, ...policy } } };
}

export function organizationsFeatures({ served }: Ask): Answer {
  const features = served.snapshot.organizationsFeatures;
  if (!features)
    throw new AwsError('OrganizationNotFoundException', 404, 'Your account is not a member of an organization, or not the one that may ask.');
  return { output: features };
}
