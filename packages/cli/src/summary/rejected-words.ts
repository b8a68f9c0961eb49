import { basename } from 'node:path';
import type { Assessment } from '@iam-dossier/core/assessment';
import { lineOfWords } from '@iam-dossier/core/store';
import type { Declared } from '../inputs/declared.ts';
import { hanging } from '../terminal/width.ts';
import type { Look } from './look.ts';

const MOST = 10;

/** Words of engagement and partner that block, each with its line in the file and a sentence for its place. */
export async function rejectedWordLines(assessment: Assessment, declared: Declared, { paint, columns, verbose }: Look): Promise<string[]> {
  const found = assessment.readiness.blockers.flatMap(({ words }) => words ?? []);
  const shown = verbose ? found : found.slice(0, MOST);
  if (shown.length === 0) return [];
  const lines = ['', paint.bold('Words to mend')];
  for (const words of shown) {
    const file = words.file === 'partner' ? declared.partnerFile : declared.engagementFile;
    const line = file === undefined ? undefined : await lineOfWords(file, words);
    const place = file === undefined || line === undefined ? words.member : `${basename(file)}:${line}`;
    lines.push(
      ...hanging(`  ${paint.plain(place)}  `, `“${paint.plain(words.text)}”`, columns),
      ...hanging('      ', paint.dim(`instead: “${words.rewrite}”`), columns),
    );
  }
  if (found.length > shown.length) lines.push(`  … and ${found.length - shown.length} more: --verbose lists all`);
  return lines;
}
