import { accessLevels } from '@iam-dossier/core/assessment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionNames, actionsOfLevels, actionTable } from './action-table.ts';
import { fitsGlob } from './glob.ts';
import { grant, maskOf, read, type RawStatement } from './policies.test-helper.ts';

/** One action of each access level, so that a mask tells which is granted. */
const actions = { R: 'sqs:ReceiveMessage', W: 'sqs:SendMessage', P: 'sqs:AddPermission', T: 'sqs:TagQueue' } as const;
const queues = ['a', 'ab', 'b', 'c'].map((name) => `arn:aws:sqs:eu-west-1:111122223333:${name}`);
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

const actionPatterns = fc.constantFrom('*', 'sqs:*', 'sqs:S*', 'sqs:?ddPermission', 'SQS:receivemessage', actions.W, actions.T, 'sns:Publish');
const resources = fc.constantFrom('*', 'arn:aws:sqs:*:*:*', ...queues, `${queues[0]?.slice(0, -1)}a*`);
const statement = (effect: 'Allow' | 'Deny') =>
  fc
    .record({ negated: fc.boolean(), pattern: actionPatterns, without: fc.boolean(), resource: resources, condition: fc.boolean() })
    .map(({ negated, pattern, without, resource, condition }): RawStatement => ({
      Effect: effect,
      [negated ? 'NotAction' : 'Action']: pattern,
      [without ? 'NotResource' : 'Resource']: resource,
      ...(condition ? { Condition: mfa } : {}),
    }));
const policy = fc.array(fc.oneof({ weight: 3, arbitrary: statement('Allow') }, { weight: 1, arbitrary: statement('Deny') }), {
  minLength: 1,
  maxLength: 4,
});

type Members = Record<string, string>;

/** Whether a statement speaks of an action on a resource, written out as plainly as it can be. */
function speaksOf(raw: RawStatement, action: string, resource: string): boolean {
  const { Action, NotAction, Resource, NotResource } = raw as Members;
  const fits = (pattern: string, text: string) => fitsGlob(pattern.toLowerCase(), text.toLowerCase());
  const onAction = Action === undefined ? !fits(NotAction ?? '', action) : fits(Action, action);
  return onAction && (Resource === undefined ? !fitsGlob(NotResource ?? '', resource) : fitsGlob(Resource, resource));
}

const isConditional = (raw: RawStatement) => (raw as Record<string, unknown>)['Condition'] !== undefined;
const isDeny = (raw: RawStatement) => (raw as Members)['Effect'] === 'Deny';

/** Whether one request is allowed, taking every condition for met where it allows and for not met where it denies. */
function mayBeAllowed(statements: RawStatement[], boundary: RawStatement[] | undefined, action: string, resource: string): boolean {
  const layers = boundary ? [statements, boundary] : [statements];
  const about = (layer: RawStatement[]) => layer.filter((raw) => speaksOf(raw, action, resource));
  if (layers.some((layer) => about(layer).some((raw) => isDeny(raw) && !isConditional(raw)))) return false;
  return layers.every((layer) => about(layer).some((raw) => !isDeny(raw)));
}

/** Whether it is allowed whatever the conditions say: no condition stands on what allows it. */
function isAlwaysAllowed(statements: RawStatement[], boundary: RawStatement[] | undefined, action: string, resource: string): boolean {
  const free = (layer: RawStatement[]) => layer.filter((raw) => isDeny(raw) || !isConditional(raw));
  return mayBeAllowed(free(statements), boundary && free(boundary), action, resource);
}

const letters = Object.keys(actions) as (keyof typeof actions)[];

describe('effective permissions against an obvious reference', () => {
  it('never lose what a request may be allowed', () => {
    fc.assert(
      fc.property(policy, fc.option(policy, { nil: undefined }), (statements, boundary) => {
        const mask = maskOf(grant([read(...statements)], boundary ? { boundary: read(...boundary) } : {}), 'sqs');
        for (const letter of letters) {
          const allowed = queues.some((queue) => mayBeAllowed(statements, boundary, actions[letter], queue));
          if (allowed) expect(mask).toContain(letter);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never lose that it is allowed always', () => {
    fc.assert(
      fc.property(policy, (statements) => {
        const mask = maskOf(grant([read(...statements)]), 'sqs');
        const always = mask === 'nothing' ? '' : mask.slice(0, mask.indexOf(' conditional'));
        for (const letter of letters) {
          const allowed = queues.some((queue) => isAlwaysAllowed(statements, undefined, actions[letter], queue));
          if (allowed) expect(always).toContain(letter);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('grant nothing that no request may be allowed, where every statement speaks of all resources', () => {
    fc.assert(
      fc.property(policy, fc.option(policy, { nil: undefined }), (statements, boundary) => {
        const [wide, limit] = [statements.map(onAll), boundary?.map(onAll)];
        const mask = maskOf(grant([read(...wide)], limit ? { boundary: read(...limit) } : {}), 'sqs');
        const granted = letters.filter((letter) =>
          mask
            .split(' every')[0]
            ?.replaceAll(/[a-z]+:/g, '')
            .includes(letter),
        );
        const allowed = letters.filter((letter) => namesOf(letter).some((name) => mayBeAllowed(wide, limit, `sqs:${name}`, queues[0] ?? '')));
        expect(granted).toEqual(allowed);
      }),
      { numRuns: 500 },
    );
  });
});

function onAll(raw: RawStatement): RawStatement {
  const { NotResource: _, ...rest } = raw as Record<string, unknown>;
  return { ...rest, Resource: '*' };
}

const levels = { R: accessLevels.read | accessLevels.list, W: accessLevels.write, P: accessLevels.permissionsManagement, T: accessLevels.tagging };

/** Names of the service's actions of a level. */
function namesOf(letter: keyof typeof levels): string[] {
  const service = actionTable().byPrefix.get('sqs');
  if (!service) throw new Error('the table has no sqs');
  const names = actionNames(service);
  return actionsOfLevels(service, levels[letter]).flatMap((index) => names[index] ?? []);
}
