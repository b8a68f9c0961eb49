export { canonicalJson, type Json } from './canonical.ts';
export { digestOf, sha256 } from './digest.ts';
export { documentJson, documentLines } from './lines.ts';
export { compareText, sortedBy } from './order.ts';
export { pointer, resolvePointer } from './pointer.ts';
export { escapeSteering } from './steering.ts';
