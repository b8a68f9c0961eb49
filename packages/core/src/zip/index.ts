export { readChecksums } from './checksums.ts';
