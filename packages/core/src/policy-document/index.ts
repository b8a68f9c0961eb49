export { decodePolicyDocument, percentDecoded, type PolicyDocument, type StoredPolicyDocument } from './decode.ts';
export { parsePolicyDocument, type ParsedPolicyDocument } from './parse.ts';
export type { ConditionTest, PatternElement, PrincipalElement, PrincipalEntry, Statement } from './statement.ts';
