export { fillWorkbook, type FilledWorkbook, type WorkbookAnswer } from './fill.ts';
