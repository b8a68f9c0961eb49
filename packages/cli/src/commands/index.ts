import type { Command } from './command.ts';

/** A command that works: one line for the overview, and its page, loaded only when it is asked for. */
export interface Entry {
  name: string;
  summary: string;
  load: () => Promise<Command>;
}

/** In the order in which a newcomer meets them. */
export const entries: readonly Entry[] = [
  { name: 'demo', summary: 'make both example dossiers, to see what comes out', load: async () => (await import('./demo.ts')).demo },
  { name: 'report', summary: 'AWS CLI files or a snapshot in, the whole dossier out', load: async () => (await import('./report.ts')).report },
  { name: 'import', summary: 'turn AWS CLI files into one snapshot', load: async () => (await import('./import.ts')).importCommand },
  {
    name: 'collect',
    summary: 'read an account over the AWS API into a snapshot',
    load: async () => (await import('./collect.ts')).collectCommand,
  },
  {
    name: 'permissions',
    summary: 'print the IAM policy that collect needs',
    load: async () => (await import('./permissions.ts')).permissionsCommand,
  },
  {
    name: 'export-script',
    summary: 'print a script by which a customer exports an account',
    load: async () => (await import('./export-script.ts')).exportScriptCommand,
  },
  {
    name: 'snapshots',
    summary: 'list, show, add, prune or check snapshots in a store',
    load: async () => (await import('./snapshots.ts')).snapshotsCommand,
  },
  {
    name: 'evaluate',
    summary: 'judge an account against ACCT-002, or a framework',
    load: async () => (await import('./evaluate.ts')).evaluateCommand,
  },
  { name: 'explain', summary: 'say whether a principal may do something, and why', load: async () => (await import('./explain.ts')).explain },
  { name: 'render', summary: 'make the documents of an assessment', load: async () => (await import('./render.ts')).render },
  {
    name: 'preview',
    summary: 'show documents in the browser while you write',
    load: async () => (await import('./preview.ts')).previewCommand,
  },
  { name: 'sop', summary: 'make your standing procedure, without any customer', load: async () => (await import('./sop.ts')).sop },
  {
    name: 'application',
    summary: 'judge several examples of one application together',
    load: async () => (await import('./application.ts')).applicationCommand,
  },
  { name: 'rules', summary: 'list the rules, or explain one', load: async () => (await import('./rules.ts')).rulesCommand },
  { name: 'doctor', summary: 'check this machine: Node, browser, fonts, disk', load: async () => (await import('./doctor.ts')).doctor },
];

/** Names kept for what a later version does. */
export const laterCommands: Readonly<Record<string, string>> = {
  diff: 'compare two snapshots',
  history: 'follow an account over time',
  init: 'write a first engagement and partner file',
  redact: 'mask a snapshot',
  verify: 'check documents against their snapshot',
};
