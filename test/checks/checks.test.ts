import { describe, expect, it } from 'vitest';
import { licenceProblems } from '../../scripts/lib/licences.mjs';
import { lockfileProblems } from '../../scripts/lib/lockfile.mjs';

const integrity = 'sha512-x';
const native = {
  'tool-linux@1.0.0': { resolution: { integrity }, os: ['linux'] },
  'tool-darwin@1.0.0': { resolution: { integrity }, os: ['darwin'] },
};
const whole = { ...native, 'tool-win32@1.0.0': { resolution: { integrity }, os: ['win32'] } };
const tool = { name: 'tool', version: '1.0.0', optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0', 'tool-win32': '1.0.0' } };

describe('the lockfile check', () => {
  it('is content with every platform', () => {
    expect(lockfileProblems({ packages: whole }, [tool])).toEqual([]);
  });

  it('tells a package that another platform needs', () => {
    expect(lockfileProblems({ packages: native }, [tool])).toEqual([
      'tool-win32, which tool@1.0.0 needs on other machines, is not locked',
      'no package for win32 is locked',
    ]);
  });

  it('tells packages without digest, and those tied to one address', () => {
    const packages = { ...whole, 'a@1.0.0': {}, '@b/c@2.0.0': { resolution: { integrity, tarball: 'https://example.com/c.tgz' } } };
    expect(lockfileProblems({ packages }, [])).toEqual(['a@1.0.0 is locked without its integrity', '@b/c@2.0.0 is locked to one address']);
  });
});

describe('the licence check', () => {
  const named = (license: unknown) => ({ name: 'a', version: '1.0.0', license });
  const shipped = new Set(['a@1.0.0']);

  it.each(['MIT', 'OFL-1.1', '(MIT OR GPL-3.0)', 'MIT AND Apache-2.0'])('lets %s pass', (license) => {
    expect(licenceProblems([named(license)], shipped)).toEqual([]);
  });

  it.each(['AGPL-3.0', 'GPL-3.0-only', 'MIT AND GPL-3.0', 'MPL-2.0', 'UNLICENSED', undefined])('refuses %s', (license) => {
    expect(licenceProblems([named(license)], shipped)).toEqual([`a@1.0.0 has the licence ${license ?? '(none)'}`]);
  });

  it('lets tools that are not handed on have a little more', () => {
    expect(licenceProblems([named('MPL-2.0')], new Set())).toEqual([]);
    expect(licenceProblems([named('AGPL-3.0')], new Set())).not.toEqual([]);
  });
});
