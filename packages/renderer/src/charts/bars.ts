import { textLines, widthOf } from '../view/text-lines.ts';

/** A part of a bar. `shade` names how it is filled: see `charts.css`. */
export interface BarPart {
  shade: string;
  value: number;
}

export interface BarRow {
  label: string;
  /** Stands in strong letters before the label. */
  mark?: string;
  parts: readonly BarPart[];
}

/** Bars laid out, in units of their own; for the partial `bars`. Lengths of all rows have one scale. */
export interface Bars {
  width: number;
  height: number;
  rows: {
    mark: string;
    label: string;
    labelX: number;
    textY: number;
    end: { x: number; text: string };
    parts: { shade: string; x: number; y: number; width: number; height: number; value: string; valueX: number; valueY: number }[];
  }[];
  legend: { shade: string; x: number; y: number; textX: number; textY: number; label: string }[];
}

const width = 700;
const labelWidth = 250;
const endWidth = 44;
const rowHeight = 24;
const barHeight = 15;
/** A single one is not drawn as if it were many. */
const longestOne = 48;
/** Below this length a number does not fit into its part: it is in the sum at the end, and in the text alternative. */
const roomForValue = 14;

export function bars(rows: readonly BarRow[], legend: readonly { shade: string; label: string }[], write: (value: number) => string): Bars {
  const sums = rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const scale = Math.min(longestOne, (width - labelWidth - endWidth) / Math.max(1, ...sums));
  const height = rows.length * rowHeight;
  return {
    width,
    height: height + (legend.length > 0 ? 24 : 0),
    rows: rows.map((row, index) => rowView(row, index * rowHeight, scale, write)),
    legend: legendView(legend, height + 6),
  };
}

function rowView({ label, mark = '', parts }: BarRow, y: number, scale: number, write: (value: number) => string): Bars['rows'][number] {
  let x = labelWidth;
  const drawn = parts
    .filter(({ value }) => value > 0)
    .map(({ shade, value }) => {
      const part = { shade, x: round(x), y: y + 4, width: round(value * scale), height: barHeight };
      x += value * scale;
      const text = write(value);
      const fits = part.width >= Math.max(roomForValue, widthOf(text) * 7);
      return { ...part, value: fits ? text : '', valueX: round(part.x + part.width / 2), valueY: y + 15 };
    });
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const labelX = mark === '' ? 0 : 26;
  return {
    mark,
    label: textLines(label, Math.floor((labelWidth - labelX - 8) / 5.7), 1)[0] ?? '',
    labelX,
    textY: y + 15,
    end: { x: round(x + 6), text: write(total) },
    parts: drawn,
  };
}

function legendView(legend: readonly { shade: string; label: string }[], y: number): Bars['legend'] {
  let x = labelWidth;
  return legend.map(({ shade, label }) => {
    const entry = { shade, x: round(x), y, textX: round(x + 15), textY: y + 10, label };
    x += 15 + widthOf(label) * 6 + 14;
    return entry;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
