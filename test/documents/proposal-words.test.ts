import { importPaths } from '@iam-dossier/core/importer';
import { evaluate } from '@iam-dossier/evaluator';
import { listSopParagraphs } from '@iam-dossier/renderer';
import { describe, expect, it } from 'vitest';
import { declaredOf, exampleFolder } from './dossier.ts';

describe.each(['en', 'es', 'pt-BR'])('the proposed procedure in %s', (locale) => {
  it('holds no words that a reviewer would reject, as a partner’s own words', async () => {
    const { engagement, partner } = await declaredOf('infinity-gifts-souvenirs-mended');
    const snapshot = await importPaths([`${exampleFolder('infinity-gifts-souvenirs-mended')}/aws`]);
    const paragraphs = Object.fromEntries(listSopParagraphs(locale).map(({ id, text }) => [id, { replace: { [locale]: text } }]));
    const own = { ...partner, sop: { version: '1', ...partner.sop, paragraphs } };
    const { readiness } = evaluate({ snapshots: [snapshot], engagement, partner: own, issuedAt: engagement.document.date });
    expect(readiness.blockers.flatMap(({ words }) => (words === undefined ? [] : [[words.member, words.text]]))).toEqual([]);
  });
});
