import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { importSources, type ImportSource } from '@iam-dossier/core/importer';
import type { Partner } from '@iam-dossier/core/partner';
import { partnerPathOf, readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { evaluate } from '@iam-dossier/evaluator';
import { beforeAll, describe, expect, it } from 'vitest';
import { accountFiles, sizes } from '../fixtures/account.ts';

const examples = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));

interface Case {
  files: ImportSource[];
  engagement?: Engagement;
  partner?: Partner;
}

async function example(name: string): Promise<Case> {
  const path = `${examples}${name}/engagement.yaml`;
  const engagement = await readEngagementFile(path);
  const partner = await readPartnerFile(partnerPathOf(engagement, path) ?? '');
  const folder = `${examples}${name}/aws`;
  return { engagement, partner, files: readdirSync(folder).map((file) => ({ name: file, bytes: readFileSync(`${folder}/${file}`) })) };
}

const cases: Record<string, () => Promise<Case>> = {
  'as found': () => example('infinity-gifts-souvenirs'),
  'mended': () => example('infinity-gifts-souvenirs-mended'),
  'made up': () => Promise.resolve({ files: accountFiles(sizes.small) }),
};

function assess({ files, engagement, partner }: Case): Assessment {
  const snapshots = [importSources(files)];
  return evaluate({ snapshots, issuedAt: '2026-10-27', ...(engagement ? { engagement } : {}), ...(partner ? { partner } : {}) });
}

/** Everything that passes: subjects by rule, criteria, and the whole. */
function passes(assessment: Assessment): Set<string> {
  const { rules, criteria, subjects, readiness } = assessment;
  const byRule = rules.flatMap((rule) =>
    rule.population.filter((_, index) => rule.outcomes[index] === 'p').map((subject) => `${rule.id} ${subjects[subject]?.arn}`),
  );
  const met = criteria.filter((criterion) => criterion.outcome === 'pass').map((criterion) => criterion.id);
  return new Set([...byRule, ...met, ...(readiness.ready ? ['ready'] : [])]);
}

describe.each(Object.keys(cases))('an account %s', (name) => {
  let whole: Case;
  let passing: Set<string>;
  beforeAll(async () => {
    whole = await (cases[name] as () => Promise<Case>)();
    passing = passes(assess(whole));
  });

  it('passes something, so that the next test can fail', () => expect(passing.size).toBeGreaterThan(5));

  it('never passes more because a file is missing', () => {
    // Without the caller's identity and the details, nothing tells which account it is: import itself refuses.
    const needed = ['get-caller-identity.json', 'iam-dossier-export.json'];
    for (const left of whole.files.filter((file) => !needed.includes(file.name))) {
      const found = passes(assess({ ...whole, files: whole.files.filter((file) => file !== left) }));
      expect([left.name, [...found].filter((entry) => !passing.has(entry))]).toEqual([left.name, []]);
    }
  });

  it('never passes more because a list was cut short', () => {
    const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'];
    for (const list of lists) {
      const found = passes(assess({ ...whole, files: whole.files.map((file) => cut(file, list)) }));
      expect([list, [...found].filter((entry) => !passing.has(entry))]).toEqual([list, []]);
    }
  });
});

/** The answer without one entry of a list, marked by AWS as having more. */
function cut(file: ImportSource, list: string): ImportSource {
  if (file.name !== 'get-account-authorization-details.json') return file;
  const value = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as Record<string, unknown>;
  const entries = value[list] as unknown[];
  return { ...file, bytes: Buffer.from(JSON.stringify({ ...value, [list]: entries.slice(1), IsTruncated: true, Marker: 'more' })) };
}
