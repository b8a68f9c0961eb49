import type { Json } from '../json/canonical.ts';

/** A policy document in AWS's own case, as IAM returned it. */
export type PolicyDocument = { [key: string]: Json | undefined };

/**
 * A document as a snapshot holds it: the object verbatim, or, when it could not be read, its text verbatim.
 * A text therefore always means "unreadable", never "empty".
 */
export type StoredPolicyDocument = PolicyDocument | string;

/**
 * Reads the three shapes in which tools hand over a document: object, JSON text, percent-encoded JSON text.
 * Decodes only text that is not JSON yet: a `%` inside plain JSON is legitimate. Throws on nothing.
 */
export function decodePolicyDocument(raw: unknown): StoredPolicyDocument {
  if (typeof raw === 'string') return parseObject(raw) ?? parseObject(percentDecoded(raw)) ?? raw;
  try {
    return isObject(raw) ? raw : (JSON.stringify(raw) ?? '');
  } catch {
    // It holds itself, or what has no JSON.
    return '';
  }
}

function isObject(value: unknown): value is PolicyDocument {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function parseObject(text: string): PolicyDocument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Text as IAM's API hands it out, decoded; as it stands where it is not percent-encoded. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
