/** Members under which a program, or AWS's own answers, hand a document with its name. */
const documentMembers = ['document', 'PolicyDocument', 'Document'] as const;
const nameMembers = ['name', 'PolicyName'] as const;

/**
 * A document with its name, where it was handed in with one: `{ name, document }`, or as AWS lists inline policies and policy
 * versions. What has a `Statement` is a document itself.
 */
export function namedDocument(raw: unknown): { name?: string; document: unknown } {
  try {
    if (raw === null || typeof raw !== 'object' || 'Statement' in raw) return { document: raw };
    const members = raw as Record<string, unknown>;
    const held = documentMembers.find((member) => member in members);
    if (held === undefined) return { document: raw };
    const name = nameMembers.map((member) => members[member]).find((value) => typeof value === 'string');
    return { ...(name === undefined ? {} : { name }), document: members[held] };
  } catch {
    // An object of a program, whose members throw when they are asked for.
    return { document: undefined };
  }
}
