import { describe, expect, it } from 'vitest';
import { readAssessment } from '../assessment/index.ts';
import { importSources } from '../importer/index.ts';
import { documentJson } from '../json/index.ts';
import { partNames, readSnapshot, type Snapshot } from './index.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const caller = { name: 'caller.json', bytes: bytes({ UserId: 'AIDA1', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/auditor' }) };
const today: Snapshot = importSources([caller]);

type Stored = Record<string, unknown> & { parts: Record<string, unknown> };

/** The snapshot as a file from before organizations: without the parts that are younger, and with these members. */
function early(members: object = {}): Stored {
  const { parts, ...stored } = JSON.parse(documentJson(today)) as Stored;
  const { organization: _, identityStore: __, ...first } = parts;
  return { ...stored, ...members, parts: first };
}

describe('a snapshot from before organizations', () => {
  it('is read, with its younger parts missing', () => {
    const stored = early();
    const before = structuredClone(stored);
    const snapshot = readSnapshot(stored);
    const missing = { status: 'missing', reason: 'the file is from before this part', sources: [] };
    expect(snapshot).toEqual({ ...today, parts: { ...today.parts, organization: missing, identityStore: missing } });
    expect(Object.keys(snapshot.parts).sort()).toEqual([...partNames].sort());
    expect(stored).toEqual(before);
    expect(readSnapshot(JSON.parse(documentJson(snapshot)))).toEqual(snapshot);
  });

  it('lacks none of the others', () => {
    const { roles: _, ...parts } = early().parts;
    expect(() => readSnapshot({ ...early(), parts })).toThrow(expect.objectContaining({ code: 'input-invalid' }));
    expect(() => readSnapshot({ ...early(), parts: [] })).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  });

  it('keeps of its contacts what a verdict needs, and nothing of a person', () => {
    const contactInformation = { FullName: 'Ana Souza', CompanyName: 'Shop Ltd', PhoneNumber: '+1-555-0101' };
    const alternateContacts = [{ AlternateContactType: 'SECURITY', Name: 'Ana Souza', EmailAddress: 'ana@shop.example' }];
    const snapshot = readSnapshot(early({ contactInformation, alternateContacts }));
    expect(snapshot.contactInformation).toEqual({ companyName: 'Shop Ltd' });
    expect(snapshot.alternateContacts).toEqual([{ alternateContactType: 'SECURITY' }]);
    expect(readSnapshot(JSON.parse(documentJson(snapshot)))).toEqual(snapshot);
    expect(readSnapshot(early({ contactInformation: { FullName: 'Ana Souza' } })).contactInformation).toEqual({});
  });

  it.each([
    ['contacts that are none', { alternateContacts: [{ Name: 'Ana' }] }],
    ['organization', { organization: { colour: 'red' } }],
    ['control policies', { serviceControlPolicies: [{ Id: 'p-1' }] }],
    ['account in an organization', { organization: { accounts: [{ id: 'shop' }] } }],
    ['permission sets', { identityCenter: { permissionSets: [{ name: 'Operator' }] } }],
  ])('is refused with %s that the format does not know', (_, members) => {
    expect(() => readSnapshot(early(members))).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  });
});

describe('an assessment from before organizations', () => {
  it.each([[{}], [{ snapshots: 7 }], [{ snapshots: [7, {}] }]])('with %j is checked as any other', (members) => {
    const read = () => readAssessment({ format: 'iam-dossier.assessment', formatVersion: 1, ...members });
    expect(read).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  });
});
