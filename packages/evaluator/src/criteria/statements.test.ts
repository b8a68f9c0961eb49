import { describe, expect, it } from 'vitest';
import { longTermWords, saysNothing } from './statements.ts';

describe('words in place of an answer', () => {
  it.each([
    'N/A',
    'n/a.',
    'NA',
    'N.A.',
    'n/d',
    ' - ',
    '',
    '…',
    'Not applicable',
    'None',
    'TBD',
    'TODO',
    'to do',
    '[TODO]',
    'xxx',
    'Lorem ipsum dolor sit amet.',
    'to be defined',
    'Pending',
    'Yes',
    'OK.',
    'Done',
    'Compliant',
    'See above',
    'same as customer example 1',
    'The customer’s team did it.',
    'Customer team',
    'the client handles this',
    'Managed by the customer',
    'The customer’s own security team manages IAM',
    'the customer does it on their own',
    'No aplica',
    'Não se aplica',
    'por definir',
    'sí',
  ])('are seen: %j', (text) => expect(saysNothing(text)).toBe(true));

  it.each([
    'No person signs in to the account.',
    'The customer’s people come through IAM Identity Center, which we set up.',
    'Nobody of ours holds a user; engineers assume a role.',
    'None of our engineers has an IAM user: they assume roles with MFA.',
    'We maintain the minimum required roles or permissions.',
    'Yes: engineers assume a role with MFA.',
    'Los ingenieros asumen un rol con MFA.',
  ])('are not seen in an answer: %j', (text) => expect(saysNothing(text)).toBe(false));
});

describe('words on long-term and shared credentials', () => {
  it.each<[string, string]>([
    ['Engineers use access keys, rotated every 90 days.', 'access keys'],
    ['The pipeline holds a long-term credential.', 'long-term credential'],
    ['It uses long lived access keys.', 'long lived access keys'],
    ['Static keys are kept in a vault.', 'static keys'],
    ['The team signs in with a shared account.', 'shared account'],
    ['Usamos claves de acceso para el pipeline.', 'claves de acceso'],
    ['O pipeline usa chaves de acesso.', 'chaves de acesso'],
    ['We use roles. No keys are shared. The build server has an API key.', 'api key'],
  ])('are used: %j', (text, words) => expect(longTermWords(text)).toEqual({ words, denied: false }));

  it.each<[string, string]>([
    ['We do not use access keys.', 'access keys'],
    ['Roles only: long-term credentials are forbidden.', 'long-term credentials'],
    ['All access keys were removed in March.', 'access keys'],
    ['Roles give sessions instead of static keys.', 'static keys'],
    ['Nobody has a shared login; no access keys exist.', 'shared login'],
    ['No usamos claves de acceso.', 'claves de acceso'],
    ['Não usamos chaves de acesso.', 'chaves de acesso'],
  ])('are denied: %j', (text, words) => expect(longTermWords(text)).toEqual({ words, denied: true }));

  it('are used when one sentence denies and another does not', () => {
    expect(longTermWords('People have no access keys. The build server uses static credentials.')).toEqual({
      words: 'static credentials',
      denied: false,
    });
  });

  it.each([
    'An engineer signs in with a hardware security key.',
    'Sessions last one hour.',
    'The accounts are shared out by team.',
    'Access, keys and doors.',
  ])('are not seen in %j', (text) => {
    expect(longTermWords(text)).toBeUndefined();
  });
});
