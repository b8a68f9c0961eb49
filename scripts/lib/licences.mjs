const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Good enough for tools that are never handed on. */
const tools = new Set([...permissive, 'MPL-2.0']);

/**
 * Packages whose licence does not let the product be handed on freely.
 * @param {{ name: string, version: string, license?: unknown, licenses?: unknown }[]} installed
 * @param {ReadonlySet<string>} shipped `name@version` of the packages that users get
 * @returns {string[]}
 */
export function licenceProblems(installed, shipped) {
  return installed.flatMap((manifest) => {
    const key = `${manifest.name}@${manifest.version}`;
    const licence = licenceOf(manifest);
    return allows(licence, shipped.has(key) ? permissive : tools) ? [] : [`${key} has the licence ${licence || '(none)'}`];
  });
}

function licenceOf({ license, licenses }) {
  const named = license ?? licenses;
  const list = Array.isArray(named) ? named : [named];
  return list.map((entry) => (typeof entry === 'string' ? entry : (entry?.type ?? ''))).join(' OR ');
}

/** An SPDX expression of names, `AND` and `OR`; anything else is not allowed. */
function allows(licence, allowed) {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((name) => allowed.has(name)));
}
