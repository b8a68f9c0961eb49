import { isDossierError } from '@iam-dossier/core/errors';
import { readCount } from '../flags/values.ts';
import type { Result } from '../output/result.ts';
import { makeDocuments, type Made, type PreviewArgs } from '../preview/make.ts';
import { servePreview } from '../preview/serve.ts';
import { Changes, watchSources } from '../preview/watch.ts';
import { checkInputs } from '../snapshots/inputs.ts';
import { counted } from '../terminal/counted.ts';
import { whenStopped } from '../terminal/process.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends PreviewArgs {
  port?: string;
}

export async function run(args: Args, session: Session): Promise<Result> {
  checkInputs('preview', args);
  const port = args.port === undefined ? undefined : readCount('preview', 'port', args.port, 65_535);
  let made = await makeDocuments(args, session);
  const server = await servePreview({ documents: made.documents, problem: '' }, port);
  whenStopped(() => 'The preview has ended.');
  session.progress.done();
  session.announce(`${server.url}  ${counted(made.documents.length, 'document')}. They follow as you save; Ctrl-C ends it.`);
  await follow(made, async () => {
    const { next, problem } = await again(args, session);
    made = next ?? made;
    session.progress.done();
    for (const line of problem === '' ? ['Made anew.'] : problem.split('\n')) session.announce(line);
    server.show({ documents: made.documents, problem });
    return made;
  });
  return { exitCode: 0, json: {} };
}

/** One change after the other; what changes while documents are made is seen afterwards. Ends with the program. */
async function follow(first: Made, remake: () => Promise<Made>): Promise<void> {
  for (let { sources } = first; ;) {
    const changes = new Changes();
    const end = await watchSources(sources, () => changes.saw());
    let next = sources;
    while (next.join() === sources.join()) {
      await changes.next();
      ({ sources: next } = await remake());
    }
    end();
    sources = next;
  }
}

async function again(args: Args, session: Session): Promise<{ next?: Made; problem: string }> {
  try {
    return { next: await makeDocuments(args, session), problem: '' };
  } catch (error) {
    if (!isDossierError(error)) throw error;
    const places = error.problems.map(({ file, path, line, message }) =>
      [file, path, line === undefined ? undefined : `line ${line}`, message].filter(Boolean).join('  '),
    );
    return { problem: [error.message, ...places, error.hint].join('\n') };
  }
}
