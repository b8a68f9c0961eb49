import { calendarDaysBetween, dateBefore } from '@iam-dossier/core/time';
import { textLines, widthOf } from '../view/text-lines.ts';

/** Something that was read or said on a day, or that holds from one day to another. Dates are `YYYY-MM-DD`. */
export interface Happening {
  label: string;
  from: string;
  to?: string;
  shade: 'read' | 'said' | 'holds';
}

/** A time line laid out, in units of its own; for the partial `timeline`. */
export interface Timeline {
  width: number;
  height: number;
  ticks: { x: number; y1: number; y2: number; text: string; textY: number }[];
  today: { x: number; y1: number; y2: number; text: string; textX: number; textY: number };
  rows: {
    label: string;
    date: string;
    dateX: number;
    y: number;
    shade: string;
    dot: { x: number; y: number } | null;
    span: { x: number; y: number; width: number } | null;
    before: { x: number } | null;
  }[];
}

const width = 700;
const labelWidth = 270;
const dateX = 202;
/** Width of a letter of the words below the line of the documents. */
const letterWidth = 5;
const rowHeight = 20;
const top = 24;
/** What is further away than this stands at the edge. */
const mostMonths = 30;

/** One row for each, in order of their beginning, against a line for the day of the documents. */
export function timeline(happenings: readonly Happening[], issuedAt: string, issuedText: string): Timeline {
  const oldest = dateBefore(issuedAt, mostMonths, 'month') ?? issuedAt;
  const latest = happenings.reduce((last, { from, to = from }) => (to > last ? to : last), issuedAt);
  const farthest = dayAfter(issuedAt, mostMonths * 30);
  const end = latest > farthest ? farthest : latest;
  const earliest = happenings.reduce((first, { from }) => (from < first ? from : first), dateBefore(issuedAt, 6, 'month') ?? issuedAt);
  const start = earliest < oldest ? oldest : earliest;
  const scale = (width - labelWidth - 12) / Math.max(1, calendarDaysBetween(start, end));
  const xOf = (date: string) => round(labelWidth + calendarDaysBetween(start, date < start ? start : date > end ? end : date) * scale);
  const sorted = [...happenings].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const bottom = top + sorted.length * rowHeight;
  return {
    width,
    height: bottom + 16,
    ticks: ticksOf(start, end).map((date) => ({ x: xOf(date), y1: top - 6, y2: bottom, text: date.slice(0, 7), textY: 11 })),
    today: {
      x: xOf(issuedAt),
      y1: top - 6,
      y2: bottom + 2,
      text: issuedText,
      textX: round(Math.min(xOf(issuedAt), width - (widthOf(issuedText) * letterWidth) / 2)),
      textY: bottom + 13,
    },
    rows: sorted.map(({ label, from, to, shade }, index) => {
      const y = top + index * rowHeight;
      const x = xOf(from);
      return {
        label: textLines(label, 34, 1)[0] ?? '',
        date: from,
        dateX,
        y: y + 13,
        shade,
        dot: to === undefined ? { x, y: y + 9.5 } : null,
        span: to === undefined ? null : { x, y: y + 5.5, width: Math.max(2, round(xOf(to) - x)) },
        before: from < start ? { x: x - 7 } : null,
      };
    }),
  };
}

/** First days of quarters, of half years where the time is long. */
function ticksOf(start: string, end: string): string[] {
  const step = calendarDaysBetween(start, end) > 800 ? 6 : 3;
  const ticks: string[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    for (let month = 1; month <= 12; month += step) ticks.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  }
  return ticks.filter((date) => date >= start && date <= end);
}

function dayAfter(date: string, days: number): string {
  return dateBefore(date, -days, 'day') ?? date;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
