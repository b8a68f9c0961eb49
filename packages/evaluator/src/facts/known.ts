import type { NotEvaluatedReason } from '@iam-dossier/core/assessment';
import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';

/** Why a fact, or some of it, is not there. */
export interface Gap {
  reason: NotEvaluatedReason;
  part: PartName;
  text: string;
}

/** A fact of a whole account. `gaps`: it is there, but some of it may be missing. */
export type Known<T> = { known: true; value: T; gaps: readonly Gap[] } | { known: false; gaps: readonly Gap[] };

export function known<T>(value: T, gaps: readonly Gap[] = []): Known<T> {
  return { known: true, value, gaps };
}

export function unknown(gaps: readonly Gap[]): Known<never> {
  return { known: false, gaps };
}

/** What a part lacks: nothing when complete. */
export function gapOf(snapshot: Snapshot, part: PartName): Gap | undefined {
  const { status, reason } = snapshot.parts[part];
  if (status === 'complete') return undefined;
  const why = status === 'partial' ? 'partial' : status === 'denied' ? 'denied' : 'missing';
  return { reason: why, part, text: reason ?? '' };
}

export function gapsOf(snapshot: Snapshot, ...parts: PartName[]): Gap[] {
  return parts.flatMap((part) => gapOf(snapshot, part) ?? []);
}

/** Whether anything of the part was read. */
export function hasPart(snapshot: Snapshot, part: PartName): boolean {
  const { status } = snapshot.parts[part];
  return status === 'complete' || status === 'partial';
}
