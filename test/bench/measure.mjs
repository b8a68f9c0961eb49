import { spawnSync } from 'node:child_process';

/** Wall time in milliseconds and peak memory in bytes of one process; its output is shown when it fails. */
export function runOnce(args, options = {}) {
  const begin = performance.now();
  const result = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9, ...options });
  const time = performance.now() - begin;
  const allowed = options.allowed ?? [0];
  if (!allowed.includes(result.status)) throw new Error(`node ${args.join(' ')} ended with ${result.status}\n${result.stderr}`);
  return { time, output: result.stdout };
}

/** Median of `runs` calls after one that warms the disk. Candidates take turns, so that a busy moment hits all. */
export function compare(candidates, runs) {
  const names = Object.keys(candidates);
  for (const name of names) candidates[name]();
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) for (const name of names) times[name].push(candidates[name]().time);
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Prints rows as a Markdown table. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n'));
}

export const ms = (value) => `${Math.round(value)} ms`;
export const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
export const verdict = (held) => (held ? 'held' : 'MISSED');
