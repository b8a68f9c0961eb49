import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { describe, expect, it } from 'vitest';
import { readWording } from '../../packages/evaluator/src/criteria/wording/index.ts';
import { readText } from '../../packages/evaluator/src/criteria/wording/read.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const locales = `${root}templates/locales/`;
const examples = `${root}packages/cli/examples/`;

/** Proposed paragraphs of the procedure, with a partner's name put in. */
function paragraphs(locale: string): [string, string][] {
  const words = JSON.parse(readFileSync(`${locales}${locale}/sop.json`, 'utf8')) as Record<string, string>;
  const own = Object.entries(words).filter(([key]) => key.startsWith('paragraph.'));
  return own.map(([key, text]): [string, string] => [key, text.replaceAll('{partner}', 'Quillstone')]);
}

describe.each(readdirSync(locales))('our own words in %s', (locale) => {
  it.each(paragraphs(locale))('%s is nothing that a reviewer rejects', (_, text) => expect(readText(text).rejected).toEqual([]));
});

describe('the examples', () => {
  it('say what a reviewer rejects in no word', async () => {
    const partner = await readPartnerFile(`${examples}partner.yaml`);
    for (const name of ['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended']) {
      const engagement = await readEngagementFile(`${examples}${name}/engagement.yaml`);
      expect(readWording({ partner, engagement, claims: [] }).rejected).toEqual([]);
    }
  });

  it('leave open in the first what the second says', async () => {
    const noted = async (name: string) => {
      const engagement = await readEngagementFile(`${examples}${name}/engagement.yaml`);
      return readWording({ partner: undefined, engagement, claims: [] }).noted.map(({ kind }) => kind);
    };
    expect(await noted('infinity-gifts-souvenirs')).toEqual(['hedge', 'singleUser']);
    expect(await noted('infinity-gifts-souvenirs-mended')).toEqual([]);
  });
});
