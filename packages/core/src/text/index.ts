export { nearestWord } from './nearest.ts';
export { holdsSecret, holdsSecretKey, isSecret, withoutSecrets } from './secrets.ts';
export { fillSentence, type SentenceData, type SentenceOptions } from './sentence.ts';
export { declaredStatementSchema, type DeclaredStatement } from './statement.ts';
export { textFor, textSchema, type Text } from './text.ts';
