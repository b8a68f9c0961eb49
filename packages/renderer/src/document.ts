/** A finished document: one complete HTML file, and what its PDF says about itself. */
export interface RenderedDocument {
  /** File name without its ending, e.g. `ACCT-002-sop`. */
  name: string;
  /** Complete HTML that needs no other file; also the source of the PDF. */
  html: string;
  title: string;
  author: string;
  subject: string;
  keywords: string;
  /** BCP 47 tag, as in `<html lang>`. */
  language: string;
  draft: boolean;
  /** `YYYY-MM-DD`: the only date the PDF's metadata bears. */
  date: string;
}
