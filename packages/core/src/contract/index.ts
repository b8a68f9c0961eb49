export { readContract, type Contract, type Origin } from './read.ts';
export { parseYaml } from './yaml.ts';
