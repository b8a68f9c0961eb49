import { posix } from 'node:path';
import type { Members } from './open.ts';
import { attributeOf, childrenOf, readXml } from './xml.ts';

export interface SheetPlace {
  name: string;
  /** The part that holds it. */
  path: string;
}

/** The sheets of a workbook, in its order; charts and what leads nowhere are left out. */
export function listSheets(members: Members): SheetPlace[] {
  const workbook = workbookPath(members);
  const targets = targetsOf(members, workbook);
  const sheets = childrenOf(readXml(members, workbook).root, 'sheets').flatMap((list) => childrenOf(list, 'sheet'));
  return sheets.flatMap((sheet) => {
    const target = targets.get(relationOf(sheet.attributes) ?? '');
    const name = sheet.attributes['name'];
    return target?.type === 'worksheet' && name !== undefined ? [{ name, path: target.path }] : [];
  });
}

/** The part with the texts that sheets share. */
export function sharedStringsPath(members: Members): string | undefined {
  return [...targetsOf(members, workbookPath(members)).values()].find(({ type }) => type === 'sharedStrings')?.path;
}

function workbookPath(members: Members): string {
  return [...targetsOf(members, '').values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
}

/** `r:id`, whatever the prefix: the attribute `id` with one. */
function relationOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

/** What a part refers to, by id. */
function targetsOf(members: Members, part: string): Map<string, { type: string; path: string }> {
  const folder = posix.dirname(part);
  const { root } = readXml(members, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  return new Map(
    childrenOf(root, 'Relationship').flatMap((relation) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributeOf(relation, name));
      if (id === undefined || type === undefined || target === undefined || attributeOf(relation, 'TargetMode') === 'External') return [];
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return [[id, { type: type.slice(type.lastIndexOf('/') + 1), path }] as const];
    }),
  );
}
