import { partCalls } from '../../snapshot/parts.ts';
import { parseIsoTime } from '../../time/iso.ts';
import { oneByOneParts, type Draft } from '../draft.ts';
import type { Kind } from './kind.ts';

/** The file that an export leaves beside AWS's answers: when they were asked for, and which calls were made for every user. */
export const exportManifest: Kind = {
  call: 'iam-dossier.export',
  matches: (value) => value['format'] === 'iam-dossier.export',
  read: (value, draft) => {
    const at = value['collectedAt'];
    const time = typeof at === 'string' ? parseIsoTime(at) : null;
    if (time === null) draft.note('refused', 'broken-manifest', '"collectedAt" must be a UTC time such as 2026-10-01T09:30:00Z');
    else draft.collectedAt.push({ time, file: draft.source.name });
    readEveryUser(value['everyUser'], draft);
  },
};

/** Answers for single users do not say that every user was asked: whoever asked must. */
function readEveryUser(calls: unknown, draft: Draft): void {
  if (calls === undefined) return;
  const parts = oneByOneParts.filter((part) => Array.isArray(calls) && calls.includes(callOf(part)));
  for (const part of parts) draft.parts[part].everyUser = true;
  if (Array.isArray(calls) && new Set(calls).size === parts.length) return;
  draft.note('refused', 'broken-manifest', `"everyUser" must list calls that are made once for a user: ${oneByOneParts.map(callOf).join(', ')}`);
}

/** The call that answers; one that only starts work stands before it. */
function callOf(part: (typeof oneByOneParts)[number]): string {
  return partCalls[part].at(-1) ?? '';
}
