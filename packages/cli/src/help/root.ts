import { readFileSync } from 'node:fs';
import { entries, laterCommands } from '../commands/index.ts';

/** Version of the package, from its own package.json. */
export function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What `iam-dossier --help` prints. */
export function rootHelp(): string {
  const commands = entries.map(({ name, summary }) => `  ${name.padEnd(13)}  ${summary}`);
  return `iam-dossier ${readVersion()}: evidence documents for AWS Partner requirement ACCT-002,
from an account's IAM data: what the AWS CLI printed, or what collect reads over
the AWS API. It changes nothing in the account, and only collect asks AWS.

Usage
  iam-dossier <command> [files] [flags]

Commands
${commands.join('\n')}

Begin with
  iam-dossier demo
      two made-up customers, as finished documents in out/
  iam-dossier report export/ -e engagement.yaml -o out
      your own: a folder of AWS CLI files
  iam-dossier collect -o snapshot.json
      your own: the account that your AWS credentials belong to

Help
  iam-dossier <command> --help    what a command does, its flags, examples
  iam-dossier --version

Exit codes
  0  clean
  1  findings at or above --fail-on, or documents are marked DRAFT
  2  the job could not be done, or only in part

Not in this version yet
${laterLines().join('\n')}
`;
}

function laterLines(): string[] {
  return Object.entries(laterCommands).map(([name, meaning]) => `  ${name.padEnd(13)}  ${meaning}`);
}
