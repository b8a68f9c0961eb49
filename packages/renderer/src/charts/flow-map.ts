import { textLines } from '../view/text-lines.ts';

/** One box of a map. Its texts stand below each other; `mono` for names of IAM, `faint` for what explains. */
export interface MapNode {
  id: string;
  texts: readonly MapText[];
}

export interface MapText {
  text: string;
  style?: 'mono' | 'faint' | 'strong';
  /** Lines it may take; default 2. */
  lines?: number;
}

/** `firm`: shown by the data; `said`: somebody declares it; `open`: not known. */
export interface MapLink {
  from: string;
  to: string;
  style: 'firm' | 'said' | 'open';
}

export interface MapColumn {
  title: string;
  width: number;
  nodes: readonly MapNode[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: { x: number; y: number; text: string; style: string }[];
}

/** A map laid out, in units of its own; for the partial `flow-map`. */
export interface FlowMap {
  width: number;
  height: number;
  heads: { x: number; y: number; text: string }[];
  boxes: Box[];
  links: { path: string; tip: string; style: MapLink['style'] }[];
}

const gutter = 44;
const headHeight = 22;
const between = 10;
const padding = 9;
const lineHeight = 14;
/** Width of a letter at the size the style sheet gives, rounded up; of a fixed-width one it is exact. */
const letterWidth = { mono: 6.05, proportional: 5.9 } as const;

/** Lays boxes out in columns, and draws what leads from one to the next. Links to boxes that are not there are left out. */
export function flowMap(columns: readonly MapColumn[], links: readonly MapLink[]): FlowMap {
  const sized = columns.map(({ nodes, width }) => nodes.map((node) => ({ node, lines: linesOf(node, width) })));
  const heights = sized.map((column) => column.reduce((sum, { lines }) => sum + heightOf(lines.length) + between, -between));
  const body = Math.max(0, ...heights);
  const boxes = new Map<string, Box>();
  let x = 0;
  const heads: FlowMap['heads'] = [];
  for (const [index, { width, title }] of columns.entries()) {
    heads.push({ x, y: 11, text: title });
    let y = headHeight + (body - (heights[index] ?? 0)) / 2;
    for (const { node, lines } of sized[index] ?? []) {
      boxes.set(node.id, boxAt(x, y, width, lines));
      y += heightOf(lines.length) + between;
    }
    x += width + gutter;
  }
  return { width: x - gutter, height: headHeight + body + 1, heads, boxes: [...boxes.values()], links: links.flatMap((link) => drawn(link, boxes)) };
}

function linesOf({ texts }: MapNode, width: number) {
  return texts.flatMap(({ text, style = 'plain', lines = 2 }) => {
    const setting = style === 'mono' ? 'mono' : 'proportional';
    const letters = Math.floor((width - 2 * padding) / letterWidth[setting]);
    return textLines(text, letters, lines, setting).map((line) => ({ text: line, style }));
  });
}

function heightOf(lines: number): number {
  return lines * lineHeight + 2 * padding - 4;
}

function boxAt(x: number, y: number, width: number, lines: readonly { text: string; style: string }[]): Box {
  return {
    x: x + 0.5,
    y: round(y + 0.5),
    width: width - 1,
    height: heightOf(lines.length),
    lines: lines.map((line, index) => ({ ...line, x: x + padding, y: round(y + padding + 9 + index * lineHeight) })),
  };
}

function drawn({ from, to, style }: MapLink, boxes: ReadonlyMap<string, Box>): FlowMap['links'] {
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (!start || !end) return [];
  const [x1, y1, x2, y2] = [start.x + start.width, round(start.y + start.height / 2), end.x - 1, round(end.y + end.height / 2)];
  const bend = round((x2 - x1) / 2);
  return [
    {
      style,
      path: `M${round(x1)} ${y1}C${round(x1 + bend)} ${y1} ${round(x2 - bend)} ${y2} ${round(x2 - 6)} ${y2}`,
      tip: `${round(x2)},${y2} ${round(x2 - 7)},${round(y2 - 3.5)} ${round(x2 - 7)},${round(y2 + 3.5)}`,
    },
  ];
}

/** Coordinates are written short, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
