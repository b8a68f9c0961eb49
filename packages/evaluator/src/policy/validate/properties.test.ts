import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyKinds, refusalOf, validatePolicyDocument } from './index.ts';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
const few = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));
const action = fc.oneof(
  fc.constant('*'),
  fc.tuple(fc.constantFrom('s3', 'ec2', 'iam', 'made-up'), fc.oneof(name, fc.constant('*'), fc.constant('Get*'))).map((parts) => parts.join(':')),
);
const resource = fc.oneof(
  fc.constant('*'),
  name.map((bucket) => `arn:aws:s3:::${bucket.toLowerCase()}/*`),
  name.map((role) => `arn:aws:iam::111122223333:role/${role}`),
  fc.constantFrom('arn:aws:ec2:*:*:instance/*', 'arn:aws-cn:sns:cn-north-1:111122223333:x'),
);
const condition = fc.oneof(
  fc.dictionary(
    fc.constantFrom('StringEquals', 'ForAnyValue:StringLike', 'StringNotLikeIfExists'),
    fc.dictionary(fc.constantFrom('aws:username', 's3:prefix'), few(fc.string())),
  ),
  fc.record({ NumericLessThan: fc.record({ 's3:max-keys': few(fc.oneof(fc.integer(), fc.integer().map(String))) }) }),
  fc.record({
    DateLessThan: fc.record({
      'aws:CurrentTime': fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
    }),
  }),
  fc.record({
    IpAddress: fc.record({
      'aws:SourceIp': few(
        fc.oneof(
          fc.ipV4(),
          fc.ipV6().filter((ip) => !ip.includes('.')),
        ),
      ),
    }),
  }),
  fc.record({ Bool: fc.record({ 'aws:SecureTransport': fc.oneof(fc.boolean(), fc.boolean().map(String)) }) }),
);
const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Deny'),
    fc.constantFrom('Action', 'NotAction'),
    few(action),
    fc.constantFrom('Resource', 'NotResource'),
    few(resource),
  )
  .chain(([Effect, actions, actionTexts, resources, resourceTexts]) =>
    fc
      .option(condition, { nil: undefined })
      .map((Condition) => ({ Effect, [actions]: actionTexts, [resources]: resourceTexts, ...(Condition ? { Condition } : {}) })),
  );
const document = few(statement).map((Statement) => ({ Version: '2012-10-17', Statement }));

type Path = (string | number)[];

/** Every place in a value that holds a member or an entry. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => [[...path, key], ...placesOf(member, [...path, key])]);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((entry: unknown, index) => (String(index) === key ? replaced(entry, rest, by) : entry));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, member]) => [name, name === key ? replaced(member, rest, by) : (member as unknown)]),
  );
}

describe('validation', () => {
  it('takes every document that is made as the grammar says', () => {
    fc.assert(
      fc.property(document, (made) => {
        expect(validatePolicyDocument(made).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(validatePolicyDocument(JSON.stringify(made)).valid).toBe(true);
        expect(refusalOf(made, 'identity')).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it('tells of null anywhere, there or above', () => {
    fc.assert(
      fc.property(document, fc.nat(), (made, choice) => {
        const places = placesOf(made);
        const place = places[choice % places.length] ?? [];
        const { valid, problems } = validatePolicyDocument(replaced(made, place, null));
        expect(valid).toBe(false);
        const errors = problems.filter(({ severity }) => severity === 'error').map(({ path }) => path);
        const at = `/${place
          .map(String)
          .map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))
          .join('/')}`;
        expect(errors.some((path) => at.startsWith(path))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('tells of a member under another name', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom(' ', 's', 'X'), (made, choice, more) => {
        const list: unknown[] = Array.isArray(made.Statement) ? made.Statement : [made.Statement];
        const index = choice % list.length;
        const entries = Object.entries(list[index] as object);
        const [old = ''] = entries[choice % entries.length] ?? [];
        const renamed = Object.fromEntries(entries.map(([key, value]) => [key === old ? `${old}${more}` : key, value as unknown]));
        const { problems } = validatePolicyDocument({ ...made, Statement: list.map((entry, place) => (place === index ? renamed : entry)) });
        expect(problems.map(({ id, path }) => `${id} ${path}`)).toContain(`member-unknown /Statement/${index}/${old}${more}`);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a member that is undefined for one that is not there', () => {
    const statement = {
      Sid: undefined,
      Effect: 'Allow',
      Action: undefined,
      NotAction: 'iam:*',
      Resource: '*',
      Condition: undefined,
      Other: undefined,
    };
    expect(validatePolicyDocument({ Version: '2012-10-17', Statement: statement }).valid).toBe(true);
  });

  it('tells of an object that cannot be read, and is not slow on variables that are not closed', () => {
    const throwing = {
      get Statement(): never {
        throw new Error('no');
      },
    };
    expect(validatePolicyDocument(throwing).problems.at(-1)?.id).toBe('not-object');
    // In quadratic time this would end the test run.
    for (const Resource of ['${'.repeat(500_000), `arn:aws:s3:::${'${'.repeat(500_000)}`])
      expect(validatePolicyDocument({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource } }).problems).not.toEqual([]);
  });

  it('never throws, changes nothing, and says the same twice', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
        fc.constantFrom(...policyKinds),
        (value, kind) => {
          const statement = { Effect: 'Allow', Action: value, Resource: value, Principal: value, Condition: value };
          for (const made of [value, { Version: value, Statement: value }, { Version: '2012-10-17', Statement: [value, statement] }]) {
            const first = validatePolicyDocument(made, { kind });
            expect(validatePolicyDocument(made, { kind })).toEqual(first);
            expect(refusalOf(made, kind) === undefined).toBe(first.valid);
          }
        },
      ),
      { numRuns: 3000 },
    );
    const verdictOnText = (text: string) => validatePolicyDocument(text).valid;
    fc.assert(fc.property(fc.string(), (text) => !verdictOnText(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => !verdictOnText(JSON.stringify(value))));
  });
});
