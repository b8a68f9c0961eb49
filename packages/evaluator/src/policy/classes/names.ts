import { servicesIn, type Actions } from '../action-set.ts';
import type { ServiceEntry } from '../action-table.ts';

const written = new Map<string, readonly string[]>();

/** Names of the actions in a set as AWS writes them, `service:Name`, by service and access level. */
export function namesIn(words: Actions): string[] {
  return servicesIn(words).flatMap((service) => {
    const names: string[] = [];
    const all = writtenNames(service);
    for (let action = 0; action < service.size; action += 1) {
      if (((words[service.start + (action >>> 5)] ?? 0) & (1 << (action & 31))) !== 0) names.push(all[action] ?? '');
    }
    return names;
  });
}

/** Undoes the table's front coding as `actionNames` does, keeping the case. */
function writtenNames(service: ServiceEntry): readonly string[] {
  const before = written.get(service.prefix);
  if (before) return before;
  const names = service.line
    .split('|')
    .slice(2)
    .flatMap((group) => decoded(group, service.prefix));
  written.set(service.prefix, names);
  return names;
}

function decoded(group: string, prefix: string): string[] {
  if (group === '') return [];
  let before = '';
  return group.split(',').map((entry) => {
    before = before.slice(0, Number.parseInt(entry[0] ?? '0', 36)) + entry.slice(1).replace(/\*$/, '');
    return `${prefix}:${before}`;
  });
}
