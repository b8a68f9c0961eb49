export { inspectBrowser } from './browser/inspect.ts';
export { installBrowser } from './browser/installed.ts';
export type { BrowserRefusal, BrowserReport, BrowserSource } from './browser/report.ts';
export { defaultLimits, type BrowserOptions, type PrintOptions } from './options.ts';
export { printPdf, printPdfs } from './print.ts';
