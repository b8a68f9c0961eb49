/** Segments of an ARN before its resource. */
const HEAD = 5;

/**
 * Whether some ARN fits both patterns. Segments are compared one by one where both are written out: a star in an account's place
 * stands for no resource.
 */
export function arnsMeet(a: string, b: string): boolean {
  const [left, right] = [a.split(':'), b.split(':')];
  if (left.length <= HEAD || right.length <= HEAD) return patternsMeet(a, b);
  const tails = [left, right].map((segments) => segments.splice(HEAD).join(':'));
  return left.every((segment, index) => patternsMeet(segment, right[index] ?? '')) && patternsMeet(tails[0] ?? '', tails[1] ?? '');
}

/** Whether some text fits both patterns, in which `*` stands for any run of characters and `?` for one. Case counts. */
export function patternsMeet(a: string, b: string): boolean {
  const rows = a.length + 1;
  const columns = b.length + 1;
  const meets = new Uint8Array(rows * columns);
  meets[0] = 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (meets[row * columns + column] === 1) step(meets, { a, b, row, column, columns });
    }
  }
  return meets[rows * columns - 1] === 1;
}

interface Place {
  a: string;
  b: string;
  row: number;
  column: number;
  columns: number;
}

/** From one pair of places, every pair that can follow it. */
function step(meets: Uint8Array, { a, b, row, column, columns }: Place): void {
  const left = a[row];
  const right = b[column];
  const reach = (down: number, across: number) => {
    meets[(row + down) * columns + column + across] = 1;
  };
  if (left === '*') reach(1, 0);
  if (right === '*') reach(0, 1);
  if (left === undefined || right === undefined) return;
  if (left === '*') reach(0, 1);
  if (right === '*') reach(1, 0);
  if (left !== '*' && right !== '*' && (left === right || left === '?' || right === '?')) reach(1, 1);
}
