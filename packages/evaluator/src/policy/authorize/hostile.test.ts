import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorize, layerNames, type AuthorizationRequest } from './index.ts';
import { ana, object } from './requests.test-helper.ts';

const statement = {
  Sid: 'S',
  Effect: 'Allow',
  Principal: { AWS: ['*'] },
  Action: ['s3:*'],
  Resource: ['*'],
  Condition: { StringLike: { 'aws:username': ['a*', '${aws:username}'] } },
};
const template = JSON.stringify({ Version: '2012-10-17', Statement: [statement, statement] });

/** A document with one of its members or values replaced by anything. */
const bent = fc.tuple(fc.nat(), fc.jsonValue()).map(([at, value]) => {
  const places: { holder: Record<string, unknown>; name: string }[] = [];
  const walk = (holder: Record<string, unknown>): void => {
    for (const [name, member] of Object.entries(holder)) {
      places.push({ holder, name });
      if (member !== null && typeof member === 'object') walk(member as Record<string, unknown>);
    }
  };
  const document = JSON.parse(template) as Record<string, unknown>;
  walk(document);
  const place = places[at % places.length];
  if (place) place.holder[place.name] = value;
  return document;
});
const layer = fc.oneof(bent, fc.jsonValue(), fc.string(), fc.array(fc.oneof(bent, fc.jsonValue()), { maxLength: 3 }), fc.constant(undefined));

describe('authorize', () => {
  it('answers, whatever is handed in', () => {
    const decisions = new Set<string>();
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(layerNames.map((name) => [name, layer]))),
        fc.string(),
        fc.string(),
        fc.dictionary(fc.oneof(fc.string(), fc.constant('aws:username')), fc.jsonValue()),
        (layers, who, what, context) => {
          const request = { principal: who, action: what, resource: what, ...layers, context } as AuthorizationRequest;
          for (const asked of [request, { ...request, principal: ana, action: 's3:GetObject', resource: object }]) {
            const answer = authorize(asked);
            decisions.add(answer.decision);
            expect(JSON.parse(JSON.stringify(answer))).toBeTypeOf('object');
            if (answer.decision === 'indeterminate') expect(answer.missingLayers.length + answer.missingKeys.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(decisions.size).toBeGreaterThan(1);
  });

  it('never takes a bent document for an empty one', () => {
    fc.assert(
      fc.property(bent, (document) => {
        const { unreadable, statements } = authorize({ principal: ana, action: 's3:GetObject', resourcePolicy: document });
        const list = Array.isArray(document['Statement']) ? document['Statement'].length : 1;
        return unreadable.length === 1 || statements.length === list;
      }),
      { numRuns: 1000 },
    );
  });

  it('answers on objects that no JSON can be', () => {
    const itself: Record<string, unknown> = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    itself['Id'] = itself;
    const throwing = {
      get Statement(): never {
        throw new Error('no');
      },
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const document of [throwing, revoked.proxy, [throwing], [[revoked.proxy]], { Statement: throwing }, 10n, Symbol('s')])
      for (const layerName of ['identityPolicies', 'serviceControlPolicies'] as const)
        expect(authorize({ principal: ana, action: 's3:GetObject', [layerName]: document }).decision).toBe('indeterminate');
    expect(authorize({ principal: ana, action: 's3:GetObject', identityPolicies: itself }).statements).toHaveLength(1);
  });
});

describe('authorize with arguments that are no request', () => {
  const whole: AuthorizationRequest = { principal: ana, action: 's3:GetObject', resource: object };

  it.each(['principal', 'action', 'resource', 'resourceAccount'])('says what %s must be', (member) => {
    for (const value of [null, 1, true, [], {}, ['s3:GetObject'], { arn: 1 }, () => 's3:GetObject', Symbol.iterator, 10n])
      expect(() => authorize({ ...whole, [member]: value })).toThrow(new RegExp(`"${member}" of the request must be`));
  });

  it.each([undefined, null, 'a', 1])('says what is missing of %s', (request) => {
    expect(() => authorize(request as unknown as AuthorizationRequest)).toThrow('"principal" of the request must be');
  });

  it('takes what may be left out', () => {
    expect(authorize({ principal: { arn: ana }, action: 'sts:GetCallerIdentity' }).decision).toBe('allowed');
  });
});
