import { percentDecoded } from '../policy-document/decode.ts';
import type { Members } from './decode/members.ts';
import type { ImportSource } from './source.ts';
import { decodeText } from './text.ts';

const STARTED = /(?:^|\/)iam-generate-service-last-accessed-details\/([^/]+)$/;
const ANSWERED = /(?:^|\/)iam-get-service-last-accessed-details\/([^/]+)$/;

/** By name of a file, what it leaves out and the name of another tells. */
export type AskedOf = ReadonlyMap<string, Members>;

/**
 * Whose the answers of GetServiceLastAccessedDetails are in the folders that CloudMapper writes: it starts a job for each ARN
 * in a file named after the ARN, and puts the answer into a file named after the job.
 */
export function askedInFolders(sources: readonly ImportSource[]): AskedOf {
  const answered = new Map(sources.map(({ name }) => [ANSWERED.exec(name)?.[1] ?? '', name]));
  const asked = new Map<string, Members>();
  for (const { name, bytes } of sources) {
    const arn = percentDecoded(STARTED.exec(name)?.[1] ?? '');
    const job = /^arn:[^:]*:iam::/.test(arn) ? jobOf(bytes) : undefined;
    const answer = job === undefined ? undefined : answered.get(job);
    if (answer === undefined) continue;
    asked.set(answer, { Arn: arn });
    asked.set(name, { Arn: arn });
  }
  return asked;
}

function jobOf(bytes: Uint8Array): string | undefined {
  return /^\s*\{\s*"JobId"\s*:\s*"([^"\\]+)"\s*\}\s*$/.exec(decodeText(bytes) ?? '')?.[1];
}
