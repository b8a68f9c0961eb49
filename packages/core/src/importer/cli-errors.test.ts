import { describe, expect, it } from 'vitest';
import { codesOf, file, imported, ACCOUNT, caller } from './importing.test-helper.ts';
import { importSources } from './import.ts';

const refused = (code: string, operation: string, more = ': the reason') =>
  `\nAn error occurred (${code}) when calling the ${operation} operation${more}\n`;

describe('the text that a failed call leaves', () => {
  it('of the password policy with NoSuchEntity means that the default is in force', () => {
    const snapshot = imported([
      refused('NoSuchEntity', 'GetAccountPasswordPolicy', `: The Password Policy with domain name ${ACCOUNT} cannot be found.`),
    ]);
    expect(snapshot.passwordPolicy).toEqual({ kind: 'default' });
    expect(snapshot.parts.passwordPolicy).toMatchObject({ status: 'complete', count: 1 });
    expect(snapshot.notes).toEqual([]);
  });

  it.each(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'])('of the password policy with %s means denied, not default', (code) => {
    const snapshot = imported([refused(code, 'GetAccountPasswordPolicy')]);
    expect(snapshot.passwordPolicy).toBeUndefined();
    expect(snapshot.parts.passwordPolicy).toMatchObject({ status: 'denied', code });
    expect(codesOf(snapshot)).toEqual(['call-refused']);
  });

  it.each(['Throttling', 'ServiceFailure', 'InvalidClientTokenId'])('with %s means failed', (code) => {
    expect(imported([refused(code, 'GetAccountPasswordPolicy', ' (reached max retries: 4): Rate exceeded')]).parts.passwordPolicy).toMatchObject({
      status: 'failed',
      code,
    });
  });

  it.each<[string, string]>([
    [
      'lines broken by a terminal',
      'An error occurred\n(NoSuchEntity) when calling the\r\nGetAccountPasswordPolicy\noperation: The Password\nPolicy cannot be found.',
    ],
    [
      'the words PowerShell adds',
      'aws.exe : \r\nAn error occurred (NoSuchEntity) when calling the GetAccountPasswordPolicy operation: The\r\nAt line:1 char:1\r\n+ aws iam get-account-password-policy 2>&1\r\n+ ~~~\r\n    + CategoryInfo : NotSpecified',
    ],
    [
      'the mark of newer versions',
      'aws: [ERROR]: An error occurred (NoSuchEntity) when calling the GetAccountPasswordPolicy operation: cannot be found.\n\nAdditional error details:\nType: Sender\n',
    ],
  ])('is read with %s', (_, text) => {
    expect(imported([text]).passwordPolicy).toEqual({ kind: 'default' });
  });

  it('with NoSuchEntity of another call never means the default policy', () => {
    const snapshot = imported([refused('NoSuchEntity', 'GetUser')]);
    expect(snapshot.passwordPolicy).toBeUndefined();
    expect(snapshot.parts.passwordPolicy.status).toBe('missing');
    expect(codesOf(snapshot)).toEqual(['unused-error']);
  });

  it('of the authorization details denies all four of its parts', () => {
    const { parts } = imported([refused('AccessDenied', 'GetAccountAuthorizationDetails')]);
    expect([parts.userDetails, parts.groupDetails, parts.roleDetails, parts.managedPolicies].map((part) => part.status)).toEqual([
      'denied',
      'denied',
      'denied',
      'denied',
    ]);
  });

  it('keeps its code beside what other calls of the part answered', () => {
    const contact = JSON.stringify({ AlternateContact: { AlternateContactType: 'BILLING' } });
    const { parts } = imported([contact, refused('ResourceNotFoundException', 'GetAlternateContact')]);
    expect(parts.alternateContacts).toMatchObject({ status: 'partial', count: 1, code: 'ResourceNotFoundException' });
  });

  it('stands for all refusals of a file', () => {
    const { parts } = imported([refused('AccessDenied', 'ListUsers') + refused('Throttling', 'ListRoles')]);
    expect([parts.users.status, parts.roles.status]).toEqual(['denied', 'failed']);
  });

  it('beside the answer of another run leaves the part partial', () => {
    const snapshot = imported([{ SummaryMap: { Users: 1 } }, refused('Throttling', 'GetAccountSummary')]);
    expect(snapshot.parts.accountSummary.status).toBe('partial');
  });

  it('of the CLI itself is told with its first line only', () => {
    const snapshot = importSources([
      file('a', caller),
      file('b', '\nUnable to locate credentials. You can configure credentials by running "aws configure".\nsecond line'),
    ]);
    expect(snapshot.notes).toEqual([
      { level: 'refused', code: 'cli-error', file: 'b', message: expect.stringContaining('Unable to locate credentials') as string },
    ]);
    expect(snapshot.notes[0]?.message).not.toContain('second line');
  });

  it('is read where standard output and error went to one file', () => {
    const snapshot = imported([`Note: something\n${refused('AccessDenied', 'ListSAMLProviders')}`]);
    expect(snapshot.parts.samlProviders.status).toBe('denied');
  });

  it('keeps default and custom policy apart when both are handed in', () => {
    const snapshot = imported([refused('NoSuchEntity', 'GetAccountPasswordPolicy'), { PasswordPolicy: { MinimumPasswordLength: 8 } }]);
    expect(codesOf(snapshot)).toEqual(['contradictory']);
    expect(snapshot.parts.passwordPolicy.status).toBe('partial');
  });
});
