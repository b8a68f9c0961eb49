import type { Session } from '../terminal/session.ts';

/** How a summary is to look. */
export type Look = Pick<Session, 'paint' | 'columns' | 'verbose'>;
