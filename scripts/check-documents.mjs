// Makes the demo's documents twice, in two time zones, and looks at their files with the PDF tools that are there.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, run } from './lib/run.mjs';
import { tell } from './lib/tell.mjs';

const maxBytes = 4_500_000;
const maxPages = 40;
const browserComesAlong = process.platform === 'linux' && process.arch === 'x64';
const zones = ['Pacific/Kiritimati', 'America/St_Johns'];

function makeDemo(zone) {
  const folder = mkdtempSync(join(tmpdir(), 'iam-dossier-demo-'));
  const { status, output } = run(`node packages/cli/bin/iam-dossier.js demo -o ${JSON.stringify(folder)} --quiet`, {
    env: { ...environment, TZ: zone },
  });
  if (status === 0 || (status === 2 && !browserComesAlong)) return { folder, problems: [] };
  return { folder, problems: [`the demo ended with ${status}: ${output}`] };
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function differences(first, second) {
  const names = [...new Set([...filesOf(first), ...filesOf(second)])];
  const same = (name) =>
    filesOf(second).includes(name) && filesOf(first).includes(name) && readFileSync(join(first, name)).equals(readFileSync(join(second, name)));
  return names.filter((name) => !same(name)).map((name) => `${name} differs between ${zones.join(' and ')}`);
}

const hasTool = (name) => run(`${name} --version`).status === 0 || run(`${name} -v`).status === 0;
const tools = { qpdf: hasTool('qpdf'), poppler: hasTool('pdfinfo') };

function pdfProblems(path, name) {
  const quoted = JSON.stringify(path);
  const bytes = statSync(path).size;
  const sound = !tools.qpdf || run(`qpdf --check ${quoted}`).status === 0;
  const info = tools.poppler ? run(`pdfinfo ${quoted}`).output : '';
  const fonts = tools.poppler ? run(`pdffonts ${quoted}`).output.split('\n').slice(2).filter(Boolean) : [];
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 1);
  return [
    ...(bytes < maxBytes ? [] : [`has ${bytes} bytes`]),
    ...(sound ? [] : ['is refused by qpdf']),
    ...(pages <= maxPages ? [] : [`has ${pages} pages`]),
    ...(!tools.poppler || /^Tagged:\s+yes/m.test(info) ? [] : ['is not tagged']),
    ...fonts
      .filter((line) => !/Inter|SourceSerif|JetBrains/.test(line) || !/\byes\s+yes\b/.test(line))
      .map((line) => `has a font that is not ours, or not embedded: ${line}`),
  ].map((problem) => `${name} ${problem}`);
}

const made = zones.map(makeDemo);
const [first, second] = made.map(({ folder }) => folder);
try {
  const files = filesOf(first);
  const pdfs = files.filter((name) => name.endsWith('.pdf'));
  if (pdfs.length === 0) console.log('skipped: no PDF was made, since no browser was found');
  for (const [tool, there] of Object.entries(tools)) if (!there) console.log(`skipped: ${tool} is not installed`);
  const problems = [
    ...made.flatMap((one) => one.problems),
    ...(pdfs.length > 0 || !browserComesAlong ? [] : ['no PDF was made']),
    ...differences(first, second),
    ...pdfs.flatMap((name) => pdfProblems(join(first, name), name)),
  ];
  tell(problems, `${files.length} files, ${pdfs.length} of them PDF`);
} finally {
  for (const { folder } of made) rmSync(folder, { recursive: true });
}
