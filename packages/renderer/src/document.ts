/** Who a document is for: AWS (`submission`), or the partner alone (`internal`). */
export type Audience = 'submission' | 'internal';

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
  audience: Audience;
  /** The most its PDF may have, where that is not what every PDF may. */
  limits?: { maxPages: number; maxBytes: number; timeoutMs: number };
  /** Files that its PDF holds inside. */
  attachments?: readonly Attachment[];
  /** `YYYY-MM-DD`: the only date the PDF's metadata bears. */
  date: string;
}

export interface Attachment {
  name: string;
  /** E.g. `application/json`. */
  mediaType: string;
  description: string;
  /** What the file is to the document, in the words of ISO 32000-2, 7.11.3. */
  relationship: 'Source' | 'Data' | 'Supplement';
  data: Uint8Array;
}
