export type WordsFile = Readonly<Record<string, string>>;

const hole = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*)|#([\w-]+))?\}/g;

/** What words of a language lack or have too much, against the English ones. */
export function problemsOfWords(english: WordsFile, other: WordsFile): string[] {
  const keys = new Set([...Object.keys(english), ...Object.keys(other)].filter((key) => key !== '//'));
  return [...keys].sort().flatMap((key) => problemsOf(key, english[key], other[key]).map((problem) => `${key}: ${problem}`));
}

function problemsOf(key: string, english: string | undefined, other: string | undefined): string[] {
  if (english === undefined) return ['is not in English'];
  if (other === undefined) return ['is missing'];
  if (other.trim() === '' && english.trim() !== '' && key !== 'thousands') return ['is empty'];
  const [wanted, found] = [holesOf(english), holesOf(other)];
  const differing = [...wanted.values]
    .filter((value) => !found.values.has(value))
    .concat([...found.values].filter((value) => !wanted.values.has(value)));
  const strange = [...found.names].filter((name) => !wanted.names.has(name));
  return [
    ...(differing.length > 0 ? [`has other values than English: ${differing.join(', ')}`] : []),
    ...strange.map((name) => `has a plural of {${name}}, which English has not`),
    ...(!/\/remediation\//.test(key) && /[{}]/.test(other.replace(hole, '')) && !/[{}]/.test(english.replace(hole, ''))
      ? ['has a brace that stands for nothing']
      : []),
    ...(key.endsWith('/remediation/cli') && commandsOf(english) !== commandsOf(other) ? ['has another command'] : []),
    ...(english === other && isSentence(english) && !key.includes('/remediation/') ? ['is English still'] : []),
  ];
}

function holesOf(text: string): { names: Set<string>; values: Set<string> } {
  const found = [...text.matchAll(hole)];
  const plain = found
    .filter(([, , one]) => one === undefined)
    .map(([, name, , , group]) => (group === undefined ? `{${name}}` : `{${name}#${group}}`));
  return { names: new Set(found.map(([, name = '']) => name)), values: new Set(plain) };
}

/** Command lines without comments and names to be filled in. */
function commandsOf(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.split('#')[0] ?? '').replace(/<[^>]*>/g, '<>').trim())
    .join('\n');
}

function isSentence(text: string): boolean {
  return / (the|is|are|of|to|and|not|in|that) /i.test(` ${text} `) && text.split(' ').length > 3;
}
