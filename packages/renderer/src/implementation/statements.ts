import type { AccessModel } from '@iam-dossier/core/engagement';
import type { Block } from '../markdown/index.ts';
import { textLength, trimBlocks } from './trim.ts';
import { leftWords, type Sheet } from './sheet.ts';

const longStatement = 600;

/** What somebody declared on a topic: their words, their name, the date; or that nobody did. */
export interface Declared {
  blocks: Block[];
  byline: string;
  kind: string;
  left: string;
  undeclared: boolean;
  /** Too long to be kept on one page. */
  long: boolean;
}

export function declaredOn(sheet: Sheet, topic: keyof AccessModel): Declared {
  const { engagement, scribe, budget } = sheet;
  const statement = engagement?.accessModel?.[topic];
  if (!statement) return { blocks: [], byline: scribe.say(`statement.none.${topic}`), kind: '', left: '', undeclared: true, long: false };
  const whole = scribe.blocks(statement.text, `accessModel.${topic}`);
  const blocks = trimBlocks(whole, budget.statement);
  const federation = 'kind' in statement ? scribe.say('statement.federation', { kind: scribe.say(`federation.${statement.kind}`) }) : '';
  return {
    blocks,
    byline: scribe.say('statement.by', { author: scribe.text(statement.author), date: statement.date }),
    kind: federation,
    left: leftWords(sheet, 'characters', textLength(whole) - textLength(blocks)),
    undeclared: false,
    long: textLength(blocks) > longStatement,
  };
}
