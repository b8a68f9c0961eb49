import { describe, expect, it } from 'vitest';
import { allow, one, problemsOf, type Expected } from './cases.test-helper.ts';
import { validatePolicyDocument } from './index.ts';

const version = '2012-10-17';
const other = { ...allow, Action: 's3:PutObject' };

describe('a policy document as a whole', () => {
  it.each<[string, unknown, Expected]>([
    ['one statement', { Version: version, Statement: allow }, []],
    ['a list of one', { Version: version, Statement: [allow] }, []],
    ['several', { Version: version, Statement: [allow, other, { ...other, Effect: 'Deny' }] }, []],
    ['with Id', { Version: version, Id: 'anything at all', Statement: allow }, []],
    ['an empty Id', { Version: version, Id: '', Statement: allow }, []],
    ['without Version', { Statement: allow }, ['version-missing ']],
    ['the old Version', { Version: '2008-10-17', Statement: allow }, ['version-old /Version']],
    ['a Version that never was', { Version: '2013-10-17', Statement: allow }, ['version /Version']],
    ['Version as a number', { Version: 2012, Statement: allow }, ['version /Version']],
    ['Version null', { Version: null, Statement: allow }, ['version /Version']],
    ['Version empty', { Version: '', Statement: allow }, ['version /Version']],
    ['Version in a list', { Version: [version], Statement: allow }, ['version /Version']],
    ['Version with a blank', { Version: '2012-10-17 ', Statement: allow }, ['version /Version']],
    ['Id as a list', { Version: version, Id: ['a'], Statement: allow }, ['id-type /Id']],
    ['Id as an object', { Version: version, Id: {}, Statement: allow }, ['id-type /Id']],
    ['Id as a number', { Version: version, Id: 7, Statement: allow }, ['id-type /Id']],
    ['no Statement', { Version: version }, ['statement-missing ']],
    ['nothing', {}, ['version-missing ', 'statement-missing ']],
    ['Statement null', { Version: version, Statement: null }, ['statement-type /Statement']],
    ['Statement as text', { Version: version, Statement: 'allow' }, ['statement-type /Statement']],
    ['an empty list', { Version: version, Statement: [] }, ['statement-empty /Statement']],
    ['text in the list', { Version: version, Statement: [allow, 'afd'] }, ['statement-type /Statement/1']],
    ['a list in the list', { Version: version, Statement: [[allow]] }, ['statement-type /Statement/0']],
    ['null in the list', { Version: version, Statement: [null, allow] }, ['statement-type /Statement/0']],
    ['an element that is none', { 'Version': version, 'Statement': allow, 'Extra field': 'x' }, ['member-unknown /Extra field']],
    ['an element with a slash', { 'Version': version, 'Statement': allow, 'a/b~c': 1 }, ['member-unknown /a~1b~0c']],
    [
      'elements in lower case',
      { version, statement: allow },
      ['member-case /version', 'member-case /statement', 'version-missing ', 'statement-missing '],
    ],
    ['a misspelt element beside', { Version: version, Statement: allow, STATEMENT: [] }, ['member-case /STATEMENT']],
    ['a list', [{ Version: version, Statement: allow }], ['not-object ']],
    ['null', null, ['not-object ']],
    ['nothing at all', undefined, ['not-object ']],
    ['a number', 7, ['not-object ']],
    ['true', true, ['not-object ']],
  ])('%s', (_, document, expected) => expect(problemsOf(document)).toEqual(expected));

  it.each<[string, string, Expected]>([
    ['JSON', JSON.stringify({ Version: version, Statement: allow }), []],
    ['JSON with blanks', JSON.stringify({ Version: version, Statement: [allow] }, null, 4), []],
    ['percent-encoded JSON', encodeURIComponent(JSON.stringify({ Version: version, Statement: allow })), []],
    ['no JSON', 'This is not a json document', ['not-json ']],
    ['torn JSON', '{"Version":', ['not-json ']],
    ['a comma too many', `{"Version":"${version}","Statement":[],}`, ['not-json ']],
    ['single quotes', `{'Version':'${version}'}`, ['not-json ']],
    ['two documents', '{}{}', ['not-json ']],
    ['a wrong percent code', '{"Version":"%E0%A4%A"', ['not-json ']],
    ['empty', '', ['not-json ']],
    ['JSON text', '"hello"', ['not-object ']],
    ['a JSON list', '[]', ['not-object ']],
    ['Statement twice', `{"Version":"${version}","Statement":[${JSON.stringify(allow)}],"Statement":[${JSON.stringify(allow)}]}`, ['member-twice ']],
    [
      'Effect twice',
      `{"Version":"${version}","Statement":[{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}]}`,
      ['member-twice /Statement/0'],
    ],
    [
      'Action twice in a later statement',
      `{"Version":"${version}","Statement":[${JSON.stringify(allow)},{"Effect":"Deny","Action":["s3:a","s3:b"],"Action":"s3:c","Resource":"*"}]}`,
      ['member-twice /Statement/1', 'action-unknown /Statement/1/Action'],
    ],
    ['an operator twice', operatorTwice('"StringEquals"', '"StringEquals"'), ['member-twice /Statement/Condition']],
    ['an operator twice, escaped', operatorTwice('"StringEquals"', String.raw`"\u0053tringEquals"`), ['member-twice /Statement/Condition']],
    ['the same name in two objects', operatorTwice('"StringEquals"', '"StringLike"'), []],
    ['braces and commas in text', `{"Version":"${version}","Id":"},{\\"Id\\":[","Statement":${JSON.stringify(allow)}}`, []],
  ])('as text: %s', (_, text, expected) => expect(problemsOf(text)).toEqual(expected));

  function operatorTwice(first: string, second: string): string {
    return `{"Version":"${version}","Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*","Condition":{${first}:{"s3:prefix":"a"},${second}:{"s3:delimiter":"/"}}}}`;
  }

  it('reads text that nests as deep as it likes', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(problemsOf(`{"Version":"${version}","Statement":${deep}}`)).toEqual(['statement-type /Statement/0']);
  });

  it('weighs the size without white space', () => {
    const long = one({ Resource: Array.from({ length: 200 }, (_, index) => `arn:aws:s3:::shop-${index}-0123456789/*`) });
    const size = JSON.stringify(long).length;
    expect(validatePolicyDocument(long)).toMatchObject({ valid: true, problems: [{ id: 'size-quota', severity: 'warning', path: '' }] });
    expect(validatePolicyDocument(JSON.stringify(long, null, 8), { maxSize: size })).toEqual({ valid: true, problems: [] });
    expect(validatePolicyDocument(long, { maxSize: size - 1 })).toMatchObject({ valid: false, problems: [{ id: 'size', severity: 'error' }] });
    expect(validatePolicyDocument(long, { maxSize: size - 1 }).problems[0]?.message).toContain(String(size));
  });

  it('takes what fits a quota to the last character', () => {
    const empty = JSON.stringify(one({ Resource: 'arn:aws:s3:::' })).length;
    const filled = (size: number) => problemsOf(one({ Resource: `arn:aws:s3:::${'x'.repeat(size - empty)}` }));
    expect(filled(6144)).toEqual([]);
    expect(filled(6145)).toEqual(['size-quota ']);
  });

  it('says what is wrong in words', () => {
    expect(validatePolicyDocument(one({ Effect: 'allow' })).problems).toEqual([
      { severity: 'error', id: 'effect', path: '/Statement/Effect', message: 'Effect is Allow or Deny, in this case.' },
    ]);
    const message = (members: Record<string, unknown>) => validatePolicyDocument(one(members)).problems[0]?.message;
    expect(message({ Conditions: {} })).toContain('Conditions');
    expect(message({ condition: {} })).toContain('Condition,');
    expect(message({ Resource: 'arn:awz:s3:::a' })).toBe('awz is no partition.');
    expect(message({ Resource: 'arn:aws:iam:eu:111122223333:role/a' })).toContain('iam');
    expect(message({ Resource: 'arn:aws:ec2:*:account:instance/*' })).toContain('account is');
    expect(message({ Action: 's*:Get' })).toContain('s*');
    expect(message({ NotAction: 's3:*' })).toBe('Both Action and NotAction are given.');
    expect(message({ Resource: [] })).toContain('Resource');
    expect(message({ Action: undefined })).toBe('There is neither Action nor NotAction.');
    expect(message({ Condition: { Nothing: { 'aws:a': 'x' } } })).toContain('Nothing');
    expect(message({ Condition: { bool: { 'aws:a': 'true' } } })).toContain('Bool');
    expect(message({ Condition: { Bool: { 'none:a': 'true' } } })).toContain('none');
  });
});
