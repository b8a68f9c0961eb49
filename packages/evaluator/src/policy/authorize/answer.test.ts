import { describe, expect, it } from 'vitest';
import type { AuthorizationRequest } from './index.ts';
import {
  account,
  allow,
  ana,
  ask,
  aws,
  bucket,
  deny,
  doc,
  full,
  guest,
  nothing,
  object,
  partner,
  role,
  root,
  session,
  to,
  trust,
} from './requests.test-helper.ts';

const noMfa = { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } };
const open = { contextComplete: false } as const;

describe('statements of an answer', () => {
  const named = { name: 'Deployers', document: doc(allow('ec2:*'), { Sid: 'Read', ...allow('s3:Get*') }) };

  it('that allow, each with its place', () => {
    const answer = ask({
      identityPolicies: [full, named],
      permissionsBoundary: full,
      serviceControlPolicies: [{ name: 'root', policies: [nothing, full] }],
    });
    expect(answer.deciding).toEqual([
      { layer: 'serviceControlPolicies', level: 0, levelName: 'root', document: 1, statement: 0, sid: null, path: '/Statement/0' },
      { layer: 'identityPolicies', document: 0, statement: 0, sid: null, path: '/Statement/0' },
      { layer: 'identityPolicies', document: 1, name: 'Deployers', statement: 1, sid: 'Read', path: '/Statement/1' },
      { layer: 'permissionsBoundary', document: 0, statement: 0, sid: null, path: '/Statement/0' },
    ]);
    expect(answer.silent).toEqual([]);
  });

  it('that deny, and none that allow', () => {
    const answer = ask({ identityPolicies: full, permissionsBoundary: doc(allow(), deny('s3:*')), resourcePolicy: doc(to('*', { Effect: 'Deny' })) });
    expect(answer.deciding.map(({ layer, statement }) => [layer, statement])).toEqual([
      ['resourcePolicy', 0],
      ['permissionsBoundary', 1],
    ]);
  });

  it.each<[name: string, request: Partial<AuthorizationRequest>, layers: string[]]>([
    [
      'the resource policy alone where it grants alone',
      { resourcePolicy: doc(to(aws(ana))), permissionsBoundary: doc(allow('ec2:*')) },
      ['resourcePolicy'],
    ],
    ['both where both grant', { resourcePolicy: doc(to(aws(ana))), identityPolicies: full }, ['resourcePolicy', 'identityPolicies']],
    ['not a resource policy for the account', { resourcePolicy: doc(to(aws(account))), identityPolicies: full }, ['identityPolicies']],
    [
      'a trust policy for the account',
      { action: 'sts:AssumeRole', resource: role, resourcePolicy: doc(trust(aws(account))), identityPolicies: full },
      ['resourcePolicy', 'identityPolicies'],
    ],
    [
      'a resource policy of another account',
      { principal: guest, resourceAccount: account, resourcePolicy: doc(to(aws(partner))), identityPolicies: full },
      ['resourcePolicy', 'identityPolicies'],
    ],
    [
      'a resource policy for the role, within its limits',
      { principal: session, resourcePolicy: doc(to(aws(role))), permissionsBoundary: full, sessionPolicies: full },
      ['resourcePolicy', 'permissionsBoundary', 'sessionPolicies'],
    ],
    [
      'not an identity policy that the boundary holds',
      { principal: session, resourcePolicy: doc(to(aws(session))), identityPolicies: full, permissionsBoundary: nothing },
      ['resourcePolicy'],
    ],
    [
      'not a resource policy for the role that the boundary holds',
      { principal: session, resourcePolicy: doc(to(aws(session)), to(aws(role))), permissionsBoundary: nothing },
      ['resourcePolicy'],
    ],
    [
      'what a service is granted',
      { principal: 's3.amazonaws.com', resourcePolicy: doc(to({ Service: 's3.amazonaws.com' })), identityPolicies: full },
      ['resourcePolicy'],
    ],
    ['nothing for the root user', { principal: root, identityPolicies: full }, []],
  ])('that allow: %s', (_, request, layers) => {
    const answer = ask(request);
    expect(answer.decision).toBe('allowed');
    expect(answer.deciding.map(({ layer }) => layer)).toEqual(layers);
  });

  it('that do not match, each with every reason', () => {
    const condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' }, Bool: { 'aws:SecureTransport': true } };
    const answer = ask({
      ...open,
      context: { 'aws:SourceVpc': ['vpc-2'], 'aws:SecureTransport': true },
      identityPolicies: doc(allow('s3:PutObject', bucket, { Condition: condition }), deny('*', '*', noMfa), {
        Effect: 'Allow',
        NotAction: 's3:*',
        NotResource: object,
      }),
      resourcePolicy: doc(to(aws(guest, role))),
    });
    expect(answer.statements.map(({ layer, effect, match, mismatches }) => ({ layer, effect, match, mismatches }))).toEqual([
      {
        layer: 'resourcePolicy',
        effect: 'Allow',
        match: 'no',
        mismatches: [{ element: 'principal', match: 'no', negated: false, principals: [guest, role] }],
      },
      {
        layer: 'identityPolicies',
        effect: 'Allow',
        match: 'no',
        mismatches: [
          { element: 'action', match: 'no', negated: false, patterns: ['s3:PutObject'] },
          { element: 'resource', match: 'no', negated: false, patterns: [bucket] },
          { element: 'condition', match: 'no', operator: 'StringEquals', key: 'aws:SourceVpc', values: ['vpc-1'], actual: 'vpc-2' },
        ],
      },
      {
        layer: 'identityPolicies',
        effect: 'Deny',
        match: 'unknown',
        mismatches: [{ element: 'condition', match: 'unknown', operator: 'BoolIfExists', key: 'aws:MultiFactorAuthPresent', values: ['false'] }],
      },
      {
        layer: 'identityPolicies',
        effect: 'Allow',
        match: 'no',
        mismatches: [
          { element: 'action', match: 'no', negated: true, patterns: ['s3:*'] },
          { element: 'resource', match: 'no', negated: true, patterns: [object] },
        ],
      },
    ]);
  });

  it('that do not match for want of a key, an operator or a name', () => {
    const answer = ask({
      resourcePolicy: doc(to('*', { Condition: { Bool: { k: 'true' } } }), to('*', { Condition: { New: { k: 'v' } } }), {
        ...allow(),
        NotPrincipal: aws(ana),
      }),
    });
    expect(answer.statements.map(({ mismatches }) => mismatches[0])).toEqual([
      { element: 'condition', match: 'no', operator: 'Bool', key: 'k', values: ['true'], actual: null },
      { element: 'condition', match: 'unknown', operator: 'New', key: 'k', values: ['v'], actual: null, unknownOperator: true },
      { element: 'principal', match: 'no', negated: true, principals: [ana] },
    ]);
  });
});

describe('an implicit deny', () => {
  it.each<[name: string, request: Partial<AuthorizationRequest>, silent: string[]]>([
    ['either of two would do', {}, ['resourcePolicy', 'identityPolicies']],
    ['the boundary stands in the way', { identityPolicies: full, permissionsBoundary: nothing }, ['resourcePolicy', 'permissionsBoundary']],
    ['an SCP stands in the way', { identityPolicies: full, serviceControlPolicies: [nothing] }, ['serviceControlPolicies']],
    ['the trust policy is silent', { action: 'sts:AssumeRole', resource: role, identityPolicies: full }, ['resourcePolicy']],
    [
      'the trust policy hands on',
      { action: 'sts:AssumeRole', resource: role, resourcePolicy: doc(trust(aws(root))) },
      ['resourcePolicy', 'identityPolicies'],
    ],
    ['the other account is silent', { principal: guest, resourceAccount: account, identityPolicies: full }, ['resourcePolicy']],
    ['both accounts are silent', { principal: guest, resourceAccount: account }, ['resourcePolicy', 'identityPolicies']],
    [
      'a federated user without session policy',
      { principal: `arn:aws:sts::${account}:federated-user/bob`, identityPolicies: full },
      ['resourcePolicy', 'sessionPolicies'],
    ],
    ['a service', { principal: 's3.amazonaws.com' }, ['resourcePolicy']],
    ['the root user', { principal: root, action: 'sts:AssumeRole', resource: role }, []],
  ])('names the layers that are silent: %s', (_, request, silent) => {
    const answer = ask(request);
    expect(answer.decision).toBe('implicitDeny');
    expect(answer.deciding).toEqual([]);
    expect(answer.silent).toEqual(silent);
  });
});

describe('layers of an answer', () => {
  it('say what each allows and denies', () => {
    const { layers } = ask({
      principal: session,
      identityPolicies: full,
      permissionsBoundary: 'unknown',
      sessionPolicies: doc(deny()),
      serviceControlPolicies: [[full]],
      resourcePolicy: doc(to(aws(guest))),
    });
    expect(layers).toEqual([
      { layer: 'serviceControlPolicies', state: 'documents', allows: 'yes', denies: 'no' },
      { layer: 'resourceControlPolicies', state: 'none', allows: 'yes', denies: 'no' },
      { layer: 'resourcePolicy', state: 'documents', allows: 'no', denies: 'no' },
      { layer: 'identityPolicies', state: 'documents', allows: 'yes', denies: 'no' },
      { layer: 'permissionsBoundary', state: 'unknown', allows: 'unknown', denies: 'unknown' },
      { layer: 'sessionPolicies', state: 'documents', allows: 'no', denies: 'yes' },
    ]);
  });
});
