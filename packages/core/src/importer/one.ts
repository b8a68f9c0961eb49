/** The one key of a part that holds a single value. */
export const ONLY = 'the answer';
