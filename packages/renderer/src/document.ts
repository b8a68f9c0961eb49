/** A finished document: one complete HTML file, and what its PDF says about itself. */
export interface RenderedDocument {
  /** File name without its ending, e.g. `ACCT-002-sop`. */
  name: string;
  /** Complete HTML that needs no other file. */
  html: string;
  /** What the PDF is printed from, where that is not `html`: the same document within a budget of pages. */
  printHtml?: string;
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
