import { awsAccount, refused } from '../testing/aws.test-helper.ts';
import { asks, denied, fails, missing } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-centralized-root.ts';

const aws = awsAccount();
const features = (...EnabledFeatures: string[]) => aws.snapshot([{ OrganizationId: 'o-example1111', EnabledFeatures }]);
const answered = (code: string) => aws.snapshot([refused('ListOrganizationsFeatures', code)]);
const expected = (verdict: 'pass' | 'notApplicable' | ReturnType<typeof fails>) => ({ [aws.id]: verdict });
const off = fails('off', { feature: 'RootCredentialsManagement' });

testRule(rule, [
  { name: 'both features', snapshot: features('RootSessions', 'RootCredentialsManagement'), expected: expected('pass') },
  { name: 'credentials are managed, sessions are not', snapshot: features('RootCredentialsManagement'), expected: expected('pass') },
  { name: 'sessions alone leave the members their credentials', snapshot: features('RootSessions'), expected: expected(off) },
  { name: 'no feature', snapshot: features(), expected: expected(off) },
  {
    name: 'a member account, which AWS does not tell: no failure',
    snapshot: answered('AccountNotManagementOrDelegatedAdministratorException'),
    expected: expected(asks('elsewhere')),
  },
  {
    name: 'the same by the code without its ending',
    snapshot: answered('AccountNotManagementOrDelegatedAdministrator'),
    expected: expected(asks('elsewhere')),
  },
  { name: 'another code for it', snapshot: answered('CallerIsNotManagementAccountException'), expected: expected(asks('elsewhere')) },
  {
    name: 'a member account of which the engagement says otherwise',
    snapshot: answered('AccountNotManagementOrDelegatedAdministratorException'),
    engagement: engagementOf({ accounts: [{ id: aws.id, role: 'management' }] }),
    expected: expected(asks('elsewhere')),
  },
  { name: 'an account in no organization', snapshot: answered('OrganizationNotFoundException'), expected: expected('notApplicable') },
  {
    name: 'an organization that does not let IAM in',
    snapshot: answered('ServiceAccessNotEnabledException'),
    expected: expected(fails('impossible', { code: 'ServiceAccessNotEnabled' })),
  },
  {
    name: 'an organization without all features',
    snapshot: answered('OrganizationNotInAllFeaturesModeException'),
    expected: expected(fails('impossible', { code: 'OrganizationNotInAllFeaturesMode' })),
  },
  { name: 'access denied', snapshot: answered('AccessDenied'), expected: { [aws.id]: denied('organizationsFeatures') } },
  { name: 'a call that failed otherwise', snapshot: answered('Throttling'), expected: { [aws.id]: missing('organizationsFeatures') } },
  { name: 'no answer', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('organizationsFeatures') } },
]);
