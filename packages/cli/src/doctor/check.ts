/** One line of `doctor`. */
export interface Check {
  name: string;
  /** `fail`: PDFs, or anything at all, cannot be made. */
  status: 'ok' | 'warn' | 'fail';
  text: string;
  /** What to do about it. */
  fix?: string;
}
