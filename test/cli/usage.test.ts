import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entries, laterCommands } from '../../packages/cli/src/commands/index.ts';
import { run, runWith } from './running.test-helper.ts';

const names = entries.map((entry) => entry.name);

describe('help', () => {
  it.each(names)('%s: says what it does, its flags, examples and exit codes', async (name) => {
    const { code, out, err } = await run(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const part of ['Usage', 'What it does', 'Flags', '--json', '--quiet', '--verbose', 'Examples', `iam-dossier ${name}`, 'Exit codes'])
      expect(out).toContain(part);
    expect(out).not.toMatch(/undefined|\[object|\u001b/);
  });

  it.each(names)('%s: fits into a terminal of 80 columns, examples aside', async (name) => {
    const { out } = await run(name, '--help');
    expect(out.split('\n').filter((line) => line.length > 80 && !line.startsWith('  iam-dossier'))).toEqual([]);
  });

  it.each(names)('%s: the examples it shows are accepted', async (name) => {
    const command = await entries.find((entry) => entry.name === name)?.load();
    const { readFlags } = await import('../../packages/cli/src/flags/read.ts');
    for (const [line] of command?.examples ?? []) {
      // What a shell does with the output is the shell's.
      const [program, said, ...rest] = (line.split(' > ')[0] ?? '').split(' ');
      expect([program, said]).toEqual(['iam-dossier', name]);
      if (command) expect(() => readFlags(rest, command)).not.toThrow();
    }
  });

  it('is the same by the word help, by -h, and beside flags that are wrong', async () => {
    const { out } = await run('evaluate', '--help');
    expect((await run('help', 'evaluate')).out).toBe(out);
    expect((await run('evaluate', '-h')).out).toBe(out);
    expect(await run('evaluate', '--nonsense', '--help')).toEqual({ code: 0, out, err: '' });
  });

  it('is coloured on a terminal only', async () => {
    expect((await runWith({ tty: true }, 'rules', '--help')).out).toContain('\u001b[1m');
    expect((await runWith({ tty: true, env: { NO_COLOR: '1' } }, 'rules', '--help')).out).not.toContain('\u001b');
    expect((await runWith({ env: { FORCE_COLOR: '1' } }, 'rules', '--help')).out).toContain('\u001b[1m');
  });
});

describe('commands kept for later', () => {
  it.each(Object.keys(laterCommands))('%s says that it is not there', async (name) => {
    const { code, out, err } = await run(name, 'anything', '--bogus');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('is not in this version yet');
    expect(JSON.parse((await run(name, '--json')).out)).toMatchObject({ exitCode: 2, error: { code: 'command-unavailable' } });
  });
});

describe('misuse', () => {
  const cases: [why: string, args: string[], said: string][] = [
    ['unknown command', ['evalute'], 'Did you mean evaluate?'],
    ['unknown command, begun', ['eval', 'x'], 'Did you mean evaluate?'],
    ['unknown command, far from any', ['xyzzy'], 'there is no command "xyzzy"'],
    ['flags before the command', ['--json', 'rules'], 'iam-dossier rules --json'],
    ['a folder for a command', ['packages'], 'iam-dossier report packages'],
    ['unknown flag', ['import', 'x', '--ouput', 'y'], 'Did you mean --output?'],
    ['unknown flag in camel case', ['evaluate', 'x', '--asOf', 'y'], 'Did you mean --as-of?'],
    ['unknown flag, begun', ['report', 'x', '--out', 'y'], 'Did you mean --output?'],
    ['unknown flag with one dash', ['report', 'x', '-output', 'y'], 'Did you mean --output?'],
    ['unknown letter', ['report', 'x', '-f'], '--force'],
    ['unknown letters together', ['report', 'x', '-oe', 'y'], 'has no flag -oe'],
    ['unknown flag, far from any', ['rules', '--zebra'], 'rules has no flag --zebra.'],
    ['another program’s flag', ['rules', '--no-color'], 'set NO_COLOR=1'],
    ['another command’s flag', ['render', 'a.json', '--issued-at', '2026-10-01'], 'give it to evaluate'],
    ['value missing at the end', ['import', 'x', '-o'], '--output needs a value'],
    ['value missing before a flag', ['import', 'x', '--output', '--force'], '--force follows it'],
    ['value missing after =', ['import', 'x', '--output='], '--output needs a value'],
    ['value for a switch', ['import', 'x', '--force=yes'], '--force takes no value'],
    ['flag twice', ['import', 'x', '-o', 'a', '--output', 'b'], '--output is given twice'],
    ['wrong word', ['evaluate', 'x', '--fail-on', 'hihg'], 'Did you mean high?'],
    ['wrong format', ['report', 'x', '--format', 'html,docx'], 'html, pdf, md and txt, not "docx"'],
    ['wrong date', ['evaluate', 'x', '--issued-at', '2026-02-30'], '--issued-at is a date such as'],
    ['wrong time', ['evaluate', 'x', '--as-of', 'yesterday'], '--as-of is a UTC time'],
    ['a date for a time', ['import', 'x', '--collected-at', '2026-10-05'], '2026-10-05T00:00:00Z'],
    ['nothing to read', ['import'], 'import needs <input>'],
    ['an empty name', ['import', ''], 'an empty name'],
    ['too much to read', ['render', 'a.json', 'b.json'], '"b.json" is one more'],
    ['something to read where nothing is read', ['demo', 'out'], 'demo takes no "out"'],
    ['unknown rule', ['rules', 'user-console-mf'], 'Did you mean user-console-mfa?'],
  ];

  it.each(cases)('%s', async (_, args, said) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain(said);
    expect(err).not.toContain('    at ');
  });

  it.each(cases.slice(5))('%s, as JSON', async (_, args) => {
    const { code, out } = await run(...args, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ format: 'iam-dossier.result', command: args[0], exitCode: 2, error: { code: 'usage' } });
  });

  it('of any kind ends with a code of ours and no stack', async () => {
    const words = [
      '--json',
      '--quiet',
      '-e',
      '-o',
      '--output=x',
      '--fail-on',
      'none',
      '--as-of',
      '--',
      '-',
      '--=',
      '=',
      '--no-json',
      '-h',
      'nowhere.json',
      '\u001b[2J',
    ];
    const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 8 }));
    const command = fc.constantFrom('import', 'evaluate', 'render', 'report', 'rules', 'doctr', '', 'help', '__proto__', 'constructor', 'toString');
    await fc.assert(
      fc.asyncProperty(command, fc.array(word, { maxLength: 5 }), async (name, rest) => {
        const { code, out, err } = await run(name, ...rest);
        expect([0, 1, 2]).toContain(code);
        expect(out + err).not.toMatch(/\u001b|\n {4}at |defect of iam-dossier/);
        if (code === 2 && rest.indexOf('--') < 0 && rest.includes('--json')) expect(JSON.parse(out)).toMatchObject({ exitCode: 2 });
      }),
      { numRuns: 150 },
    );
  });

  it('takes what follows -- for files, whatever it looks like', async () => {
    expect((await run('import', '--', '--help')).err).toContain('--help does not exist');
  });
});
