/** How much of each list a selection of a document shows. What is left out is counted and pointed to. */
export interface Budget {
  /** Characters of a name or short text, of a sentence, of a principal's function, of an ARN, and of one declared statement. */
  cell: number;
  sentence: number;
  function: number;
  arn: number;
  statement: number;
  /** Panels of principals, and the printed lines all of them may take. */
  panels: Room;
  /** Rows of the table that names every principal. */
  principals: number;
  /** Policies, groups, tags and devices in one panel, groups by which one policy comes, and characters of their names. */
  policies: number;
  groups: number;
  tags: number;
  devices: number;
  groupsOfPolicy: number;
  groupName: number;
  /** Ways in: roles in the table of all, and ways of one role. */
  waysIn: Room;
  waysInOfRole: number;
  /** Keys of conditions in one way in, and characters of each. */
  conditionKeys: number;
  conditionKey: number;
  people: number;
  /** Ways from people to principals: rows, names of one, and where one ends. */
  paths: number;
  namesOfPath: number;
  endsOfPath: number;
  /** Of the map of those ways: ways, names in one box, and users and roles they lead to. */
  mapWays: number;
  mapNames: number;
  mapEnds: number;
  components: number;
  /** Accounts in tables and panels, and with their whole provenance. */
  accounts: number;
  snapshots: Room;
  /** Facts or reasons of one criterion. */
  reasons: number;
  functions: number;
  namesOfFunction: number;
  permissionSets: Room;
  patternsOfSet: number;
  servicesOfPattern: number;
  /** Characters of the one line on a principal, and services in each part of it. */
  may: number;
  servicesOfLine: number;
  /** Lines of the policy shown. */
  exhibit: Room;
  leftOut: number;
  /** Claims and declared facts; of one claim its reasons, its places, and characters of its author's words. */
  claims: number;
  claimReasons: number;
  claimPlaces: number;
  claimText: number;
  sources: number;
  notes: number;
}

/** At most so many entries, and as many as fit into so many printed lines. */
export interface Room {
  most: number;
  lines: number;
}

/**
 * As many entries as fit into a number of printed lines, one at least, and how many are left. `linesOf` is an estimate:
 * it need only be too high rather than too low.
 */
export function fit<T>(list: readonly T[], { lines, most }: Room, linesOf: (entry: T) => number): { shown: readonly T[]; left: number } {
  if (lines === Number.POSITIVE_INFINITY) return take(list, most);
  let room = lines;
  const end = list.slice(0, Math.min(most, list.length)).findIndex((entry, index) => {
    room -= linesOf(entry);
    return room < 0 && index > 0;
  });
  return take(list, end < 0 ? most : end);
}

/** Printed lines of texts that stand below each other in a column of so many ordinary letters. */
export function linesIn(column: number, ...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / column)), 0);
}

/** Width of a text in ordinary letters: capitals and the widest small ones take more. */
function widthOf(text: string): number {
  return text.length + 0.7 * (text.match(/[A-Zmw@%&—…]/g)?.length ?? 0);
}

/** The first entries of a list, and how many are left. */
export function take<T>(list: readonly T[], most: number): { shown: readonly T[]; left: number } {
  return list.length <= most ? { shown: list, left: 0 } : { shown: list.slice(0, most), left: list.length - most };
}

/** A text of at most so many characters; a mark says where it was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1)}…`;
}
