import { accessLevels, type EffectivePermissions } from '@iam-dossier/core/assessment';
import { mayDo } from '../view/index.ts';
import type { Sheet } from './sheet.ts';
import { firstWords, type Piece } from './words-within.ts';

const mostPrincipals = 5;
const mostServices = 2;
const mostLineWords = 40;

/** Each principal in scope with what it may do, when there are few, and the policy that the evidence shows whole. */
export function principalLines({ input: { assessment }, words, data }: Sheet): Piece[] {
  const { profiles, exhibit, effectivePermissions, subjects } = assessment;
  const speaker = { say: (key: string, values = {}) => words.say(`implementation.${key}`, values), text: data };
  const lines = (profiles.length > mostPrincipals ? [] : profiles).flatMap(({ subject, effective }) => {
    const permissions = effectivePermissions[effective];
    const name = subjects[subject]?.name;
    if (!permissions || name === undefined) return [];
    const said = { name: data(name), function: data(words.message(permissions.function)), may: mayDo(changesOf(permissions), speaker, mostServices) };
    return [firstWords(words.say('response.principal', said), mostLineWords)];
  });
  const shown = exhibit ? [words.say('response.exhibit', { name: data(exhibit.policyName) })] : [];
  return [...lines, ...shown].map((text, index) => ({ run: `B1 measured principal ${index}`, priority: 1, text }));
}

/** What it changes; what it reads only where it changes nothing. The evidence has all of it. */
function changesOf(permissions: EffectivePermissions): EffectivePermissions {
  const readOnly = accessLevels.list | accessLevels.read;
  const services = permissions.services.map(({ all = 0, scoped = 0, conditional = 0, ...service }) => ({
    ...service,
    all: all & ~readOnly,
    scoped: scoped & ~readOnly,
    conditional: conditional & ~readOnly,
  }));
  return services.some(({ all, scoped, conditional }) => (all | scoped | conditional) !== 0) ? { ...permissions, services } : permissions;
}
