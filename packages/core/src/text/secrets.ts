/** Members by which AWS hands out secrets. */
const secrets = [
  'Base32StringSeed',
  'QRCodePNG',
  'ServicePassword',
  'ServiceCredentialSecret',
  'SecretAccessKey',
  'SessionToken',
  'Password',
  'PrivateKey',
] as const;
/** Secrets and key material, wherever they stand. They are dropped before anything is stored. */
const names = new Set<string>([...secrets, 'SSHPublicKeyBody', 'CertificateBody', 'CertificateChain']);

export function isSecret(name: string): boolean {
  return names.has(name);
}

/** A copy of a verbatim value without the secrets in it. */
export function withoutSecrets(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  const kept = Object.entries(value).filter(([name]) => !isSecret(name));
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutSecrets(member)]));
}

/** Whether text holds a secret access key: an answer that made one, the file that the console offers, or a credentials file. */
export function holdsSecretKey(text: string): boolean {
  return (
    /"SecretAccessKey"\s*:\s*"[^"]/.test(text) ||
    /^[^\n]*Secret access key[^\n]*[\r\n]/i.test(text) ||
    // Seeking each line's beginning takes ten times as long, and most text has no such word.
    (/aws_secret_access_key/i.test(text) && /^\s*aws_secret_access_key\s*=\s*\S/im.test(text))
  );
}

const secretMember = new RegExp(`"(?:${secrets.join('|')})"\\s*:\\s*"[^"]`);

/** Whether text holds any secret, as AWS answers with it or as programs keep it: keys, passwords, tokens, MFA seeds, private keys. */
export function holdsSecret(text: string): boolean {
  return (
    holdsSecretKey(text) ||
    secretMember.test(text) ||
    /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(text) ||
    /\baws_(?:secret_access_key|session_token)\s*[:=]\s*\S/i.test(text)
  );
}
