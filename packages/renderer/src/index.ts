export { attachedContents, attachFiles, type AttachedContents, type FileToAttach } from './attachments/index.ts';
export type { Attachment, RenderedDocument } from './document.ts';
export { renderExecutive } from './executive/index.ts';
export { renderImplementation, renderPrincipalsTable, type PrincipalsTable } from './implementation/index.ts';
export * from './pdf/index.ts';
export { renderReadiness } from './readiness/index.ts';
export type { RenderInput } from './render/index.ts';
export { renderResponse, type RenderedResponse } from './response/index.ts';
export { listSopParagraphs, renderSop, type SopInput } from './sop/index.ts';
