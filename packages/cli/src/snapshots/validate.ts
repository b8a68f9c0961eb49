import { validateStore, type StoreFinding, type StoreValidation } from '@iam-dossier/core/store';
import type { Result } from '../output/result.ts';
import { counted } from '../terminal/counted.ts';
import { problemText } from '../terminal/error.ts';
import type { Session } from '../terminal/session.ts';
import { hanging } from '../terminal/width.ts';
import { listAsked, type StoreArgs } from './store-args.ts';

const MOST_PROBLEMS = 5;

/** Reads every file whole: exit 1 when something is wrong, not for what is only to be known. */
export async function validate(args: StoreArgs, _: readonly string[], session: Session): Promise<Result> {
  const validations = await validated(args, session);
  const checked = validations.reduce((sum, one) => sum + one.checked, 0);
  const findings = [...new Map(validations.flatMap((one) => one.findings).map((finding) => [`${finding.path}\n${finding.code}`, finding])).values()];
  const problems = findings.filter((finding) => finding.level === 'problem');
  const notes = findings.filter((finding) => finding.level === 'note');
  return {
    exitCode: problems.length > 0 ? 1 : 0,
    json: { store: args.store, checked, problems: problems.length, findings },
    lines: [
      ...problems.flatMap((finding) => findingLines(finding, session)),
      ...(notes.length > 0 ? [session.paint.bold('To be known'), ...notes.flatMap((finding) => findingLines(finding, session))] : []),
      `${counted(checked, 'snapshot')} checked: ${problems.length === 0 ? session.paint.green('all are what was stored') : session.paint.red(counted(problems.length, 'problem'))}`,
    ],
  };
}

async function validated(args: StoreArgs, session: Session): Promise<StoreValidation[]> {
  const tell = ({ path }: { path: string }) => session.progress.step(`Reading ${path}`);
  if (args.account === undefined) return [await validateStore(args.store, undefined, tell)];
  const { accounts } = await listAsked(args);
  const each: StoreValidation[] = [];
  for (const account of accounts) each.push(await validateStore(args.store, account, tell));
  return each;
}

function findingLines({ level, path, message, problems = [] }: StoreFinding, { paint, columns, verbose }: Session): string[] {
  const shown = problems.slice(0, verbose ? undefined : MOST_PROBLEMS);
  const rest = problems.length - shown.length;
  return [
    ...hanging(`${level === 'problem' ? paint.red('problem') : paint.plain('note   ')}  `, `${paint.bold(path)}: ${paint.plain(message)}`, columns),
    ...shown.map((problem) => `           ${paint.plain(problemText({ ...problem, file: undefined }))}`),
    ...(rest > 0 ? [`           … and ${rest} more; --verbose lists all`] : []),
  ];
}
