import { join } from 'node:path';
import { renderAnswers, renderApplication, type ApplicationRenderInput } from '@iam-dossier/renderer';
import { documentFiles, type Plan, type PlannedFile } from './plan.ts';

/** The sheet over all examples, for the partner alone, and the answers to action items, for AWS. */
export function applicationFiles(input: ApplicationRenderInput, { folder, formats }: Plan): PlannedFile[] {
  const answers = renderAnswers(input);
  const written = (ending: 'md' | 'txt', text: string, draft: boolean): PlannedFile[] =>
    formats.has(ending) ? [{ path: join(folder, `${answers?.name}.${ending}`), audience: 'submission', draft, content: { text } }] : [];
  return [
    ...documentFiles(renderApplication(input), 'internal', join(folder, 'internal'), formats),
    ...(answers ? [...written('md', answers.text, !answers.ready), ...written('txt', answers.plain, !answers.ready)] : []),
  ];
}
