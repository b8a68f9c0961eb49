export { accessMap } from './access-map.ts';
export { chipOf } from './criteria.ts';
export { functionOf, mayOf } from './panel.ts';
export { renderPrincipalsTable, type PrincipalsTable } from './principals-csv.ts';
export { renderImplementation, runningOf, titleOf } from './render.ts';
export { isUser, openSheet, subjectAt, type Sheet } from './sheet.ts';
