/** How much of each list a selection shows. What is left out is counted, and the HTML document has it. */
export interface ReadinessBudget {
  /** Characters of one text, and of a warning: what to do stands at its end. */
  cell: number;
  warning: number;
  /** Characters of one ARN or JSON pointer. */
  path: number;
  blockers: number;
  /** Rows of the plan. */
  steps: number;
  /** Names behind one blocker; all of them stand in the finding. */
  names: number;
  /** Findings of all rules together, shared fairly. */
  findings: number;
  /** Quoted statements of all rules together, shared fairly. */
  excerpts: number;
  /** Lines shown around those at fault in one document. */
  lines: number;
  /** Rules with their own description and steps; the rest are listed. */
  rules: number;
  /** Whether facts beside the criteria that were not judged have such a place too. */
  unjudged: boolean;
  held: number;
  /** Changes that a policy needs before it can be shown. */
  edits: number;
  evidence: number;
  policyNames: number;
  warnings: number;
  notes: number;
  parts: number;
  snapshots: number;
  options: number;
  leftOut: number;
  /** Principals out of scope, one by one. */
  directory: number;
  /** Claims, and reasons of one; waivers and declared facts. */
  claims: number;
  /** Groups of principals with ways to more permissions, and such ways of all of them together, shared fairly. */
  escalations: number;
  escalationPaths: number;
  /** Ways drawn of one group. */
  drawnPaths: number;
  claimReasons: number;
  waivers: number;
  /** Rows of the timeline. */
  happenings: number;
}

const all = Number.POSITIVE_INFINITY;

/** The HTML shows everything; only statements of very many lines are folded around the lines at fault. */
export const screenBudget: ReadinessBudget = {
  cell: all,
  warning: all,
  path: all,
  blockers: all,
  steps: all,
  names: 40,
  findings: all,
  excerpts: all,
  lines: 60,
  rules: all,
  unjudged: true,
  held: all,
  edits: all,
  evidence: all,
  policyNames: all,
  warnings: all,
  notes: all,
  parts: all,
  snapshots: all,
  options: all,
  leftOut: all,
  directory: all,
  claims: all,
  escalations: all,
  escalationPaths: all,
  drawnPaths: 12,
  claimReasons: all,
  waivers: all,
  happenings: 60,
};

/** The PDF stays below 40 pages whatever the account holds. */
export const printBudget: ReadinessBudget = {
  cell: 190,
  warning: 420,
  path: 80,
  blockers: 16,
  steps: 12,
  names: 4,
  findings: 30,
  excerpts: 7,
  lines: 20,
  rules: 13,
  unjudged: false,
  held: 36,
  edits: 12,
  evidence: 2,
  policyNames: 1,
  warnings: 10,
  notes: 8,
  parts: 12,
  snapshots: 2,
  options: 30,
  leftOut: 8,
  directory: 14,
  claims: 4,
  escalations: 3,
  escalationPaths: 6,
  drawnPaths: 3,
  claimReasons: 1,
  waivers: 6,
  happenings: 12,
};

/** The PDF of the profile `full`: up to 500 pages. */
export const fullBudget: ReadinessBudget = {
  ...printBudget,
  cell: 400,
  warning: 800,
  path: 200,
  blockers: 200,
  steps: 120,
  names: 10,
  findings: 900,
  excerpts: 120,
  lines: 40,
  rules: all,
  unjudged: true,
  held: all,
  edits: 60,
  evidence: 4,
  policyNames: 4,
  warnings: 200,
  notes: 80,
  parts: all,
  snapshots: 20,
  options: all,
  leftOut: 60,
  directory: 1500,
  claims: 60,
  escalations: 60,
  escalationPaths: 300,
  drawnPaths: 6,
  claimReasons: 6,
  waivers: 100,
  happenings: 24,
};

/** How much each may show of what it has, within a budget for all: nobody's share is cut before that of those who have more. */
export function fairShares(budget: number, wanted: readonly number[]): number[] {
  let room = budget;
  let waiting = wanted.length;
  const shares = new Map<number, number>();
  for (const index of [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))) {
    const share = Math.min(wanted[index] ?? 0, Math.floor(room / waiting));
    shares.set(index, share);
    room -= share;
    waiting -= 1;
  }
  return wanted.map((_, index) => shares.get(index) ?? 0);
}
