import { parseIsoTime } from '../../time/iso.ts';
import type { Kind } from './kind.ts';

/** The file that an export leaves beside AWS's answers: when they were asked for. */
export const exportManifest: Kind = {
  call: 'iam-dossier.export',
  matches: (value) => value['format'] === 'iam-dossier.export',
  read: (value, draft) => {
    const at = value['collectedAt'];
    const time = typeof at === 'string' ? parseIsoTime(at) : null;
    if (time === null) draft.note('refused', 'broken-manifest', '"collectedAt" must be a UTC time such as 2026-10-01T09:30:00Z');
    else draft.collectedAt.push({ time, file: draft.file.name });
  },
};
