import { z } from 'zod';
import { dateSchema } from '../time/schema.ts';
import { textSchema } from './text.ts';

/** A sentence somebody stands for: the other half of every document beside measured facts. Markdown, no HTML. */
export const declaredStatementSchema = z.strictObject({
  text: textSchema,
  author: z.string().min(1),
  date: dateSchema,
});
export type DeclaredStatement = z.infer<typeof declaredStatementSchema>;
