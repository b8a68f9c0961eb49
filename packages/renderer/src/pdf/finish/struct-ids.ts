const structId = /\(node(\d{8,})\)/g;

/** Renumbers structure ids from 1 in their own order: the browser counts them over all it ever opened. */
export function renumberIds(bodies: readonly string[]): (body: string) => string {
  const found = new Set(bodies.flatMap((body) => Array.from(body.matchAll(structId), ([, digits]) => Number(digits))));
  const ranks = new Map([...found].sort((a, b) => a - b).map((old, index) => [old, index + 1]));
  return (body) => body.replace(structId, (_, digits: string) => `(node${String(ranks.get(Number(digits))).padStart(8, '0')})`);
}
