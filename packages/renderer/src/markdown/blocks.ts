/** What a text may hold within a line. Each object has one member, named after what it is. */
export type Inline = { text: string } | { strong: Inline[] } | { emphasis: Inline[] } | { code: string } | { lineBreak: true } | { link: Link };

/** The address is always shown; `href` is there only when it may be followed. */
export interface Link {
  label: Inline[];
  address: string;
  href?: string;
}

/** What a text is made of. Each object has a member named after what it is; templates ask for that member. */
export type Block =
  | { paragraph: Inline[] }
  | { heading: Inline[] }
  | { bullets: Block[][] }
  | { steps: Block[][]; /** Number of the first step, where that is not 1. */ start?: number }
  | { quote: Block[] }
  | { code: string };
