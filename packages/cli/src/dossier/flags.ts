import { readFormats } from '../flags/values.ts';
import { profiles, type Audience, type Plan } from './plan.ts';

/** Flags of every command that makes documents. */
export interface DocumentFlags {
  output: string;
  audience?: string;
  format: string;
  profile?: string;
  force?: boolean;
  browser?: string;
}

export function audiencesOf(audience: string | undefined): ReadonlySet<Audience> {
  return new Set<Audience>(audience === 'submission' || audience === 'internal' ? [audience] : ['submission', 'internal']);
}

export function planOf(command: string, flags: DocumentFlags): Plan {
  const profile = profiles.find((known) => known === flags.profile) ?? 'submission';
  return { folder: flags.output, audiences: audiencesOf(flags.audience), formats: readFormats(command, flags.format), profile };
}
