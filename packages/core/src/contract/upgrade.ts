/** Members of one format version turned into those of the next. Must not change what it is given. */
export type Upgrade = (members: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The value in the current format version. A value without a version of ours is given back as it is, for the schema to refuse. */
export function upgrade(members: Record<string, unknown>, to: number, upgrades: readonly Upgrade[]): Record<string, unknown> {
  const { formatVersion: from } = members;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) return members;
  let current = members;
  for (let version = from; version < to; version += 1) {
    const step = upgrades[version - 1];
    if (!step) return members;
    current = { ...step(current), formatVersion: version + 1 };
  }
  return current;
}
