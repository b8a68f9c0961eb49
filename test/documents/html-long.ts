import { importSources } from '@iam-dossier/core/importer';
import { evaluate } from '@iam-dossier/evaluator';
import { renderImplementation, renderReadiness, type RenderedDocument } from '@iam-dossier/renderer';
import { accountFiles } from '../fixtures/account.ts';

const tag = '\u202Eمرحبا \u{1F469}\u200D\u{1F469}\u200D\u{1F467} 你好 שלום';

/** A made-up account whose names and paths are as long as AWS allows and never break, with tags in all directions. */
export function longDocuments(size = { users: 6, groups: 2, roles: 6, policies: 32 }): RenderedDocument[] {
  const stretch = (text: string) =>
    text
      .replace(/\b(user|role|group)-(?=\d+\b)/g, (_, kind: string) => `${kind.at(0)}`.repeat(61) + '-')
      .replace(/policy\/Policy-/g, `policy/${'p'.repeat(500)}/Policy-`)
      .replace(/\bPolicy-/g, 'P'.repeat(120))
      .replace(/\bteam-/g, tag);
  const sources = accountFiles(size).map(({ name, bytes }) => ({ name, bytes: Buffer.from(stretch(Buffer.from(bytes).toString())) }));
  const assessment = evaluate({ snapshots: [importSources(sources)], issuedAt: '2026-10-01' });
  return [renderImplementation({ assessment }), renderReadiness({ assessment })];
}

/** A made-up account of so many users, as one implementation document. */
export function manyPrincipals(users: number): RenderedDocument {
  const sources = accountFiles({ users, groups: 4, roles: 10, policies: 20 });
  return renderImplementation({ assessment: evaluate({ snapshots: [importSources(sources)], issuedAt: '2026-10-01' }) });
}
