import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bad, good } from './corpus.data.ts';
import { readText } from './read.ts';

const familiesIn = (text: string) => readText(text).rejected.map((entry) => entry.family);

describe('words that a reviewer rejects', () => {
  it.each(bad)('are seen, as %s: %j', (family, text) => expect(familiesIn(text)).toContain(family));

  it.each(good)('are not seen in %j', (text) => expect(readText(text).rejected).toEqual([]));

  it.each([
    'N/A',
    'n/a.',
    'NA',
    'N.A.',
    'n/d',
    ' - ',
    '',
    '…',
    'Not applicable',
    'None',
    'xxx',
    '[TODO]',
    'to be defined',
    'Pending',
    'Yes',
    'OK.',
    'Done',
    'Compliant',
    'See above',
    'No aplica',
    'Não se aplica',
    'por definir',
    'sí',
    'same as customer example 1',
    'Customer team',
    'the client handles this',
    'Managed by the customer',
    'the customer does it on their own',
  ])('stand in place of an answer: %j', (text) => expect(familiesIn(text)).toHaveLength(1));
});

describe('a text of several lines', () => {
  const text = [
    'Engineers assume a role.',
    '',
    '- They have no access keys,',
    '  of whatever age.',
    '- The build server has',
    '  an access key.',
    '',
    'TBD',
  ].join('\n');

  it('is told with the line of each sentence', () => {
    expect(readText(text).rejected.map(({ family, line, text: said }) => [family, line, said])).toEqual([
      ['keys', 5, 'The build server has an access key.'],
      ['placeholder', 8, 'TBD'],
    ]);
  });

  it('is read the same with other ends of lines and other quotation marks', () => {
    expect(readText(text.replaceAll('\n', '\r\n'))).toEqual(readText(text));
    expect(readText('We don’t use access keys.')).toEqual(readText("We don't use access keys."));
  });

  it('keeps its code when it is quoted, and is not searched in it', () => {
    expect(readText('Run `aws iam list-roles --path-prefix <path>` and look.').rejected).toEqual([]);
    expect(readText('```\naws configure set aws_access_key_id <key>\n```\nNothing else.').rejected).toEqual([]);
    expect(readText('`deploy` uses access keys.').rejected).toMatchObject([{ text: '`deploy` uses access keys.' }]);
  });
});

describe('words to be known', () => {
  it.each<[string, string, string]>([
    ['We do not use access keys.', 'denied', 'access keys'],
    ['Temporary credentials are set where applicable.', 'hedge', 'where applicable'],
    ['The client asked for a single user for administrative access.', 'singleUser', 'a single user for administrative access'],
  ])('%j', (text, kind, words) => expect(readText(text)).toEqual({ rejected: [], noted: [{ kind, words }] }));
});

describe('a name', () => {
  it.each(['<customer>', 'TBD', '[name]', 'XXX'])('left to be filled in: %j', (name) => {
    expect(readText(name, 'name').rejected).toMatchObject([{ family: 'placeholder' }]);
  });

  it.each(['None of Us Ltd.', 'N/A Records', 'Access Keys Inc.', 'Yes', 'X', 'Todo Modo'])('that is one: %j', (name) => {
    expect(readText(name, 'name').rejected).toEqual([]);
  });
});

describe('long and hostile texts', () => {
  it.each([
    ['many sentences', 'The customer manages nothing and nobody shares access keys with the team. '.repeat(2000)],
    ['one word', 'a'.repeat(100_000)],
    ['one clause', 'where no access keys not never without , '.repeat(2500)],
    ['brackets', '<[{'.repeat(30_000)],
    ['code', '`'.repeat(50_000)],
  ])('are read: %s', (_, text) => {
    expect(() => readText(text)).not.toThrow();
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'access keys',
    'are not',
    'used',
    'unless',
    '.',
    '\n',
    '\n- ',
    ': ',
    'N/A',
    '<name>',
    '`code`',
    'the customer',
    'no',
    ' ',
    '“',
    '’',
    'é',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join(' ')),
  );

  it('is read without a fault, twice the same, and told by lines that it has', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readText(text);
        expect(readText(text)).toEqual(read);
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line, words } of read.rejected) expect([line >= 1 && line <= lines, words.length <= 240]).toEqual([true, true]);
      }),
    );
  });

  it('is worse for what is added to it, never better', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const families = new Set(readText(`${text}\n\nThe pipeline uses access keys.`).rejected.map(({ family }) => family));
        expect(families.has('keys')).toBe(true);
      }),
    );
  });
});
