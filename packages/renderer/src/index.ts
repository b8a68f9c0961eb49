export type { RenderedDocument } from './document.ts';
export * from './pdf/index.ts';
