import { accessLevels, type EffectivePermissions, type ServiceAccess } from '@iam-dossier/core/assessment';
import type { WordsData } from '../words/index.ts';
import { take } from './budget.ts';

interface Speaker {
  /** Words of the implementation document. */
  say(key: string, data?: WordsData): string;
  /** A text from data. */
  text(value: string): string;
}

/** What people ask of a role, strongest first, by the access levels that answer. */
const clauses = {
  permissions: accessLevels.permissionsManagement,
  changes: accessLevels.write | accessLevels.tagging,
  reads: accessLevels.read | accessLevels.list,
} as const;

/** How far a service can be reached: on everything, on named resources, under conditions, or in part each. */
const limits = ['all', 'scoped', 'scoped-conditional', 'conditional'] as const;

/** One plain line: in which services permissions are set, what is changed, what is read, and how far. Empty when nothing is granted or known. */
export function mayDo(permissions: EffectivePermissions, { say, text }: Speaker, mostServices: number): string {
  if (permissions.administrator) return say('set.administrator');
  const told = Object.entries(clauses).flatMap(([clause, bits]) => {
    const services = clause === 'reads' ? permissions.services.filter((access) => limitOf(access, clauses.changes) !== 'all') : permissions.services;
    const parts = limits.flatMap((limit) => {
      const { shown, left } = take(
        services.filter((access) => limitOf(access, bits) === limit),
        mostServices,
      );
      const list = [...shown.map(({ service }) => text(service)), ...(left === 0 ? [] : [say('may.more', { count: left })])];
      return list.length === 0 ? [] : [say(`may.${limit}`, { list })];
    });
    return parts.length === 0 ? [] : [say(`may.${clause}`, { parts: parts.join('; ') })];
  });
  return [...told, ...(permissions.status === 'partial' ? [say('may.partial')] : [])].join(' ');
}

function limitOf({ all = 0, scoped = 0, conditional = 0 }: ServiceAccess, bits: number): (typeof limits)[number] | 'none' {
  if ((all & bits) !== 0) return 'all';
  if ((scoped & bits) === 0) return (conditional & bits) === 0 ? 'none' : 'conditional';
  return (conditional & bits) === 0 ? 'scoped' : 'scoped-conditional';
}
