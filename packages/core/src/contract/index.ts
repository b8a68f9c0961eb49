export { readContract, type Contract, type Origin } from './read.ts';
