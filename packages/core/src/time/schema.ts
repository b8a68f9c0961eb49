import { z } from 'zod';
import { isIsoDate, parseIsoTime } from './iso.ts';

/** A UTC time, `YYYY-MM-DDTHH:MM:SSZ`. */
export const timeSchema = z.string().refine((text) => parseIsoTime(text) === text, 'must be a UTC time such as 2026-10-01T09:30:00Z');
/** A calendar date, `YYYY-MM-DD`. */
export const dateSchema = z.string().refine(isIsoDate, 'must be a date such as 2026-10-01');
