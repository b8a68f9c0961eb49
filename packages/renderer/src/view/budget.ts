/** How much of each list a selection of a document shows. What is left out is counted and pointed to. */
export interface Budget {
  /** Characters of one text. */
  cell: number;
  /** Characters of one declared statement. */
  statement: number;
  /** Panels of principals. */
  panels: number;
  /** Rows of the table that names every principal. */
  principals: number;
  /** Policies, groups and tags in one panel, and files behind one part. */
  policies: number;
  groups: number;
  tags: number;
  /** Ways in: in the table of all roles, and in one panel. */
  waysIn: number;
  waysInOfRole: number;
  people: number;
  components: number;
  accounts: number;
  /** Facts or reasons of one criterion. */
  reasons: number;
  functions: number;
  namesOfFunction: number;
  permissionSets: number;
  patternsOfSet: number;
  servicesOfPattern: number;
  directory: number;
  leftOut: number;
  sources: number;
  notes: number;
}

const all = Number.POSITIVE_INFINITY;

/** The HTML shows everything. */
export const screenBudget: Budget = {
  cell: all, statement: all, panels: all, principals: all, policies: all, groups: all, tags: all, waysIn: all, waysInOfRole: all, people: all,
  components: all, accounts: all, reasons: all, functions: all, namesOfFunction: all, permissionSets: all, patternsOfSet: all, servicesOfPattern: all,
  directory: all, leftOut: all, sources: all, notes: all,
};

/** The PDF stays below 40 pages and 4.5 MB whatever the account holds: with every list full and every text long, a test prints it. */
export const printBudget: Budget = {
  cell: 160, statement: 1600, panels: 24, principals: 50, policies: 8, groups: 6, tags: 5, waysIn: 20, waysInOfRole: 4, people: 25,
  components: 20, accounts: 3, reasons: 5, functions: 10, namesOfFunction: 4, permissionSets: 6, patternsOfSet: 6, servicesOfPattern: 14,
  directory: 0, leftOut: 10, sources: 12, notes: 6,
};

/** The first entries of a list, and how many are left. */
export function take<T>(list: readonly T[], most: number): { shown: readonly T[]; left: number } {
  return list.length <= most ? { shown: list, left: 0 } : { shown: list.slice(0, most), left: list.length - most };
}

/** A text of at most so many characters; a mark says where it was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1)}…`;
}
