import process from 'node:process';
import { readVersion, rootHelp } from './help/root.ts';

// A reader such as `head` may leave early; what is to be written to files is written all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const args = process.argv.slice(2);
const [first] = args;

// Help and version answer at once: nothing else is loaded for them.
if (args.length === 0 || first === '--help' || first === '-h' || (first === 'help' && args.length === 1)) process.stdout.write(rootHelp());
else if (first === '--version' || first === '-v' || first === '-V') process.stdout.write(`${readVersion()}\n`);
else process.exitCode = await (await import('./run.ts')).runProcess(args);
