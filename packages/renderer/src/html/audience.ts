/** Who a document is for: AWS (`submission`), or the partner alone (`internal`). */
export type Audience = 'submission' | 'internal';
