import { sans } from './families.ts';
import { readPackageFile } from './package-file.ts';

/** A plain Latin font as WOFF 1, for programs that must have some font. */
export function readFallbackFont(): Buffer {
  return readPackageFile(sans, `files/${sans.file}-latin-400-normal.woff`);
}
