export { judgeApplication, type ApplicationInput, type ApplicationResult, type JudgedItem } from './judge.ts';
