import { calls, permissionsOf } from '@iam-dossier/core/collector';
import { importSources } from '@iam-dossier/core/importer';
import { validatePolicyDocument } from '@iam-dossier/evaluator';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from './running.test-helper.ts';

const full = ['--depth', 'full', '--include', 'contacts,organization,identityCenter'];
const actionsOf = (groups: ReturnType<typeof permissionsOf>) => groups.flatMap(({ actions }) => actions);
const everyAction = actionsOf(permissionsOf({ depth: 'full', include: ['contacts', 'organization', 'identityCenter'] }));

describe('permissions', () => {
  it('is a policy that IAM takes, of reading actions alone', async () => {
    const { code, out } = await run('permissions', ...full);
    expect(code).toBe(0);
    expect(validatePolicyDocument(JSON.parse(out) as object, { maxSize: 6144 })).toEqual({ valid: true, problems: [] });
    expect(everyAction.filter((action) => !/:(Get|List|Describe|Generate(CredentialReport|ServiceLastAccessedDetails)$)/.test(action))).toEqual([]);
  });

  it('is the same actions in each format', async () => {
    const json = JSON.parse((await run('permissions', ...full)).out) as { Statement: { Action: string[] }[] };
    const template = parse((await run('permissions', ...full, '--format', 'cloudformation')).out, {
      customTags: [{ tag: '!Ref', resolve: (text: string) => text }],
    }) as { Resources: { IamDossierPolicy: { Properties: { PolicyDocument: typeof json } } } };
    const terraform = (await run('permissions', ...full, '--format', 'terraform')).out;
    const { PolicyDocument: policy } = template.Resources.IamDossierPolicy.Properties;
    expect(json.Statement.flatMap(({ Action }) => Action)).toEqual(everyAction);
    expect(policy).toEqual(json);
    expect([...terraform.matchAll(/^ {6}"([a-z-]+:\w+)",$/gm)].map(([, action]) => action)).toEqual(everyAction);
    const [open, closed] = ['{', '}'].map((bracket) => terraform.split(bracket).length);
    expect(open).toBe(closed);
  });

  it('grows with what is wanted', async () => {
    const { out } = await run('permissions', '--json');
    expect((JSON.parse(out) as { groups: object[] }).groups).toHaveLength(1);
    expect((await run('permissions')).out).not.toContain('ListAccessKeys');
    expect(await run('permissions', '--include', 'nothing')).toMatchObject({ code: 2, err: expect.stringContaining('contacts') as string });
  });
});

describe('export-script', () => {
  it('prints the script, or writes it, with the calls that are wanted', async () => {
    const { code, out } = await run('export-script');
    expect([code, out.startsWith('#!/bin/sh\n')]).toEqual([0, true]);
    expect(out).not.toContain('list-access-keys');
    const { out: whole } = await run('export-script', ...full);
    const made = calls
      .map(({ name }) => name.split(':')[1] ?? '')
      .map((name) =>
        name
          .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
          .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
          .toLowerCase(),
      );
    expect(made.filter((name) => !whole.includes(name) && !/get-caller-identity/.test(name))).toEqual([]);
  });

  it('leaves words that import refuses to take for an answer', () => {
    expect(() => importSources([{ name: 'export.sh', bytes: new TextEncoder().encode('#!/bin/sh\naws iam list-users\n') }])).toThrow(/./);
  });
});
