import { describe, expect, it } from 'vitest';
import { documentOf } from '../pdf/real-browser.test-helper.ts';
import { attachedContents, attachFiles } from './index.ts';

const internal = documentOf('<h1>x</h1>', { audience: 'internal' });
const file = (name: string, text: string) => ({ name, data: new Uint8Array(Buffer.from(text)) });

describe('attachFiles', () => {
  it('adds files after those there are, with the type their name says', () => {
    const manifest = {
      name: 'provenance.json',
      mediaType: 'application/json',
      description: 'd',
      relationship: 'Data',
      data: new Uint8Array(),
    } as const;
    const { attachments } = attachFiles({ ...internal, attachments: [manifest] }, [file('a.CSV', 'x'), file('b', 'y')]);
    expect(attachments?.map(({ name, mediaType, relationship }) => [name, mediaType, relationship])).toEqual([
      ['provenance.json', 'application/json', 'Data'],
      ['a.CSV', 'text/csv', 'Supplement'],
      ['b', 'application/octet-stream', 'Supplement'],
    ]);
    expect(() => attachFiles({ ...internal, attachments: [manifest] }, [file('provenance.json', '')])).toThrow('already holds');
    expect(() => attachFiles(internal, [file('a', ''), file('a', '')])).toThrow('already holds');
  });

  it('adds nothing to what AWS gets', () => {
    expect(() => attachFiles({ ...internal, audience: 'submission' }, [file('a', '')])).toThrow('goes to AWS');
  });

  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  it.each([
    ['what AWS answers', `{"SecretAccessKey": "${secret}"}`],
    ['a credentials file', `aws_secret_access_key = ${secret}`],
    ['a session', `export AWS_SESSION_TOKEN=${secret}${secret}`],
    ['a service password', '{"ServiceSpecificCredential": {"ServicePassword": "x"}}'],
    ['the seed of an MFA device', '{"VirtualMFADevice": {"Base32StringSeed": "x"}}'],
    ['what the console offers', 'Access key ID,Secret access key\nAKIA,x\n'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nx'],
  ])('refuses a secret: %s', (_, text) => {
    expect(() => attachFiles(internal, [file('a.txt', text)])).toThrow('holds a key');
  });

  it('lets be what only names secrets', () => {
    expect(attachFiles(internal, [file('a.txt', 'Never keep the SecretAccessKey: rotate it. "CertificateBody": "x"')]).attachments).toHaveLength(1);
  });
});

describe('attachedContents', () => {
  it('counts each identifier once', () => {
    const text = '111122223333 111122223333 1111-2222-4444 AKIAIOSFODNN7EXAMPLE a@b.example arn:aws:iam::111122223333:user/x arn:aws-cn:s3:::b';
    expect(attachedContents(file('a', text))).toEqual({
      name: 'a',
      bytes: text.length,
      identifiers: { accountIds: 2, accessKeyIds: 1, emailAddresses: 1, arns: 2 },
    });
  });

  it.each([
    ['zero bytes', [1, 0, 2]],
    ['no UTF-8', [0xff, 0xfe]],
  ])('does not claim to have looked into %s', (_, bytes) => {
    expect(attachedContents({ name: 'a', data: new Uint8Array(bytes) }).identifiers).toBeNull();
  });
});
