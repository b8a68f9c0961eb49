/** Every way a known failure can be told: what it means, and what to do about it. */
export const errorCodes = {
  'input-not-found': 'Check the path. Nothing was read.',
  'input-unreadable': 'Check that the file can be read by you and is not in use.',
  'input-too-large': 'Split the input, or remove files that are not IAM exports.',
  'input-empty': 'Give a file, a folder or a zip with the output of AWS CLI calls.',
  'input-invalid': 'Mend the places named above and run again.',
  'format-unknown': 'Give the kind of file this command reads; --help shows it.',
  'format-newer': 'The file was written by a newer version. Update iam-dossier.',
  'accounts-mixed': 'Import each account on its own: one snapshot holds one account.',
  'snapshots-conflict': 'Give one snapshot for each account.',
  'output-exists': 'Choose another path, or add --force to replace it.',
  'output-unwritable': 'Choose a folder you may write to.',
  'usage': 'Run the command with --help to see what it takes.',
  'command-unavailable': 'Run iam-dossier --help to see what this version can do.',
  'template-invalid': 'Mend the template at the place named above.',
  'brand-invalid': 'Mend the brand file at the place named above.',
  'markdown-invalid': 'Write the text in plain Markdown, without HTML.',
  'browser-missing': 'Run iam-dossier doctor to see the ways to get a browser. Everything but PDF was written.',
  'browser-failed': 'Run iam-dossier doctor; another browser can be named with --browser.',
  'pdf-too-large': 'Narrow the scope, or hand in the HTML document.',
  'internal': 'This is a defect of iam-dossier. Run again with --verbose and report what it prints.',
} as const;

export type ErrorCode = keyof typeof errorCodes;
