import { describe, expect, it } from 'vitest';
import { authorize, type AuthorizationRequest } from './index.ts';
import { account, allow, ana, ask, aws, bucket, deny, doc, full, guest, key, nothing, object, role, session, to } from './requests.test-helper.ts';

const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const noMfa = { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } };
const open = { contextComplete: false } as const;

describe('what is not known', () => {
  it('makes a request without layers indeterminate', () => {
    expect(authorize({ principal: ana, action: 's3:GetObject', resource: object })).toMatchObject({
      decision: 'indeterminate',
      missingLayers: ['serviceControlPolicies', 'resourceControlPolicies', 'resourcePolicy', 'identityPolicies', 'permissionsBoundary'],
      missingKeys: [],
    });
  });

  it.each<[name: string, request: Partial<AuthorizationRequest>, decision: string, layers?: string[], keys?: string[]]>([
    [
      'an explicit deny holds whatever is unknown',
      { identityPolicies: doc(deny()), permissionsBoundary: 'unknown', resourcePolicy: 'unknown', serviceControlPolicies: 'unknown' },
      'explicitDeny',
    ],
    ['an implicit deny holds although an SCP may deny', { serviceControlPolicies: 'unknown' }, 'implicitDeny'],
    ['an implicit deny of the boundary holds', { identityPolicies: 'unknown', permissionsBoundary: nothing }, 'implicitDeny'],
    [
      'an implicit deny of an SCP holds',
      { identityPolicies: 'unknown', resourcePolicy: 'unknown', serviceControlPolicies: [nothing] },
      'implicitDeny',
    ],
    ['no layer but the resource policy can help', { resourcePolicy: 'unknown' }, 'indeterminate', ['resourcePolicy']],
    ['an identity policy may be anything', { identityPolicies: 'unknown' }, 'indeterminate', ['identityPolicies']],
    [
      'an identity policy may deny what a resource policy grants',
      { identityPolicies: 'unknown', resourcePolicy: doc(to(aws(ana))) },
      'indeterminate',
      ['identityPolicies'],
    ],
    ['a boundary may limit', { identityPolicies: full, permissionsBoundary: 'unknown' }, 'indeterminate', ['permissionsBoundary']],
    ['an SCP may limit', { identityPolicies: full, serviceControlPolicies: 'unknown' }, 'indeterminate', ['serviceControlPolicies']],
    [
      'one level of SCPs may limit',
      { identityPolicies: full, serviceControlPolicies: [[full], 'unknown'] },
      'indeterminate',
      ['serviceControlPolicies'],
    ],
    ['one level of SCPs does not allow', { identityPolicies: full, serviceControlPolicies: [[nothing], 'unknown'] }, 'implicitDeny'],
    ['an RCP may deny', { identityPolicies: full, resourceControlPolicies: 'unknown' }, 'indeterminate', ['resourceControlPolicies']],
    ['an RCP cannot grant', { resourceControlPolicies: 'unknown' }, 'implicitDeny'],
    [
      'a session policy may limit a role',
      { principal: role, identityPolicies: full, sessionPolicies: 'unknown' },
      'indeterminate',
      ['sessionPolicies'],
    ],
    ['an IAM user has no session policy', { identityPolicies: full, sessionPolicies: 'unknown' }, 'allowed'],
    [
      'a service has no identity policies',
      {
        principal: 's3.amazonaws.com',
        identityPolicies: 'unknown',
        permissionsBoundary: 'unknown',
        sessionPolicies: 'unknown',
        serviceControlPolicies: 'unknown',
        resourcePolicy: doc(to('*')),
      },
      'allowed',
    ],
    [
      'no SCP binds the management account',
      { identityPolicies: full, serviceControlPolicies: 'unknown', resourceControlPolicies: 'unknown', managementAccount: account },
      'allowed',
    ],
    ['a policy not at hand may deny', { identityPolicies: [full, 'unknown'] }, 'indeterminate', ['identityPolicies']],
    ['a policy not at hand cannot lift a deny', { identityPolicies: [doc(deny()), 'unknown'] }, 'explicitDeny'],
    ['a policy not at hand may allow', { identityPolicies: [nothing, 'unknown'] }, 'indeterminate', ['identityPolicies']],
    ['an account not known, both ways alike', { resourceAccount: 'unknown', identityPolicies: full, resourcePolicy: doc(to('*')) }, 'allowed'],
    [
      'an account not known, identity policy alone',
      { resourceAccount: 'unknown', identityPolicies: full },
      'indeterminate',
      [],
      ['aws:ResourceAccount'],
    ],
    ['an account not known, nothing allows', { resourceAccount: 'unknown' }, 'implicitDeny'],
    ['a key of an Allow', { ...open, identityPolicies: doc(allow('*', '*', mfa)) }, 'indeterminate', [], ['aws:MultiFactorAuthPresent']],
    ['a key of a Deny', { ...open, identityPolicies: doc(allow(), deny('*', '*', noMfa)) }, 'indeterminate', [], ['aws:MultiFactorAuthPresent']],
    ['a key of a Deny, denied anyway', { ...open, identityPolicies: doc(deny('*', '*', noMfa), deny()) }, 'explicitDeny'],
    ['a key of a Deny, never allowed', { ...open, identityPolicies: doc(deny('*', '*', noMfa)) }, 'implicitDeny'],
    ['a key of an Allow beside another Allow', { ...open, identityPolicies: doc(allow('*', '*', mfa), allow()) }, 'allowed'],
    ['a key of an Allow for another action', { ...open, identityPolicies: doc(allow('ec2:*', '*', mfa)) }, 'implicitDeny'],
    [
      'a key beside one that fails',
      { ...open, context: { a: '1' }, identityPolicies: doc(allow('*', '*', { Condition: { StringEquals: { a: '2', b: '1' } } })) },
      'implicitDeny',
    ],
    [
      'a key of an Allow in a session policy',
      { ...open, principal: session, identityPolicies: full, sessionPolicies: doc(allow('*', '*', mfa)) },
      'indeterminate',
      [],
      ['aws:MultiFactorAuthPresent'],
    ],
    [
      'a key of an Allow in one level of SCPs',
      { ...open, identityPolicies: full, serviceControlPolicies: [[full], [doc(allow('*', '*', mfa))]] },
      'indeterminate',
      [],
      ['aws:MultiFactorAuthPresent'],
    ],
    [
      'a key of an Allow in a level of SCPs that allows anyway',
      {
        ...open,
        identityPolicies: doc(allow('*', '*', { Condition: { Null: { x: 'true' } } })),
        serviceControlPolicies: [[full, doc(allow('*', '*', mfa))]],
      },
      'indeterminate',
      [],
      ['x'],
    ],
    [
      'a key of an Allow that decides nothing',
      { ...open, identityPolicies: doc(allow('*', '*', mfa)), permissionsBoundary: nothing },
      'implicitDeny',
    ],
    [
      'a key of a resource policy that grants otherwise',
      { ...open, identityPolicies: doc(allow('*', '*', mfa)), resourcePolicy: doc(to(aws(ana))) },
      'allowed',
    ],
    [
      'a key of a resource policy for the account, which decides nothing',
      { ...open, identityPolicies: doc(allow('*', '*', mfa)), resourcePolicy: doc(to(aws(account), { Condition: { Null: { x: 'true' } } })) },
      'indeterminate',
      [],
      ['aws:MultiFactorAuthPresent'],
    ],
    [
      'several keys, sorted, each once',
      { ...open, identityPolicies: doc(allow('*', '*', { Condition: { Bool: { 'b:Key': 'true', 'a:Key': 'true' }, Null: { 'B:key': 'true' } } })) },
      'indeterminate',
      [],
      ['a:Key', 'B:key'],
    ],
    [
      'a variable of a resource',
      { ...open, identityPolicies: doc(allow('*', `${bucket}/\${aws:PrincipalTag/team}`)) },
      'indeterminate',
      [],
      ['aws:PrincipalTag/team'],
    ],
    [
      'a variable of a resource that cannot fit',
      { ...open, identityPolicies: doc(allow('*', '${x}/${aws:PrincipalTag/team}/none')) },
      'implicitDeny',
    ],
    [
      'a variable of a condition',
      { ...open, context: { k: 'v' }, identityPolicies: doc(allow('*', '*', { Condition: { StringEquals: { k: ['w', '${aws:SourceVpc}'] } } })) },
      'indeterminate',
      [],
      ['aws:SourceVpc'],
    ],
    ['a session’s name', { principal: role, resourcePolicy: doc(to(aws(session))) }, 'indeterminate', [], ['aws:userid']],
    [
      'a layer and a key together',
      { ...open, identityPolicies: doc(allow('*', '*', mfa)), permissionsBoundary: 'unknown' },
      'indeterminate',
      ['permissionsBoundary'],
      ['aws:MultiFactorAuthPresent'],
    ],
    [
      'an operator nobody knows, in an Allow',
      { identityPolicies: doc(allow('*', '*', { Condition: { NewOperator: { k: 'v' } } })) },
      'indeterminate',
      ['identityPolicies'],
      [],
    ],
    [
      'an operator nobody knows, in a Deny',
      { identityPolicies: [full, doc(deny('*', '*', { Condition: { NewOperator: { k: 'v' } } }))] },
      'indeterminate',
      ['identityPolicies'],
      [],
    ],
    [
      'an operator nobody knows, for another action',
      { identityPolicies: [full, doc(deny('ec2:*', '*', { Condition: { NewOperator: { k: 'v' } } }))] },
      'allowed',
    ],
    [
      'a trust policy',
      { action: 'sts:AssumeRole', resource: role, identityPolicies: full, resourcePolicy: 'unknown' },
      'indeterminate',
      ['resourcePolicy'],
    ],
    [
      'a key policy',
      { action: 'kms:Decrypt', resource: key, identityPolicies: full, resourcePolicy: 'unknown' },
      'indeterminate',
      ['resourcePolicy'],
    ],
    [
      'the policy of a bucket elsewhere',
      { principal: guest, resourceAccount: account, identityPolicies: full, resourcePolicy: 'unknown' },
      'indeterminate',
      ['resourcePolicy'],
    ],
    [
      'the policy of a bucket elsewhere, nothing allowed here',
      { principal: guest, resourceAccount: account, resourcePolicy: 'unknown' },
      'implicitDeny',
    ],
  ])('%s', (_, request, decision, missingLayers = [], missingKeys = []) => {
    const { decision: made, missingLayers: layers, missingKeys: keys } = ask(request);
    expect({ made, layers, keys }).toEqual({ made: decision, layers: missingLayers, keys: missingKeys });
  });
});
