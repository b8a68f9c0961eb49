import { isDossierError } from '@iam-dossier/core/errors';
import { PARTNER_FORMAT, PARTNER_VERSION, readPartner, type Partner, type Sop } from '@iam-dossier/core/partner';
import { describe, expect, it } from 'vitest';
import { listSopParagraphs, renderSop, type SopInput } from './index.ts';
import { chapters, criteriaAnswered, numberedSections } from './structure.ts';

const issuedAt = '2026-10-27';
const adopted = { approver: 'Tomás Echeverri', date: '2026-08-28', version: '2.1' };

function partnerOf(sop: Partial<Sop> = {}, changes: Partial<Partner> = {}): Partner {
  return readPartner({
    format: PARTNER_FORMAT,
    formatVersion: PARTNER_VERSION,
    name: 'Quillstone Cloud',
    sop: { id: 'QSC-SOP-014', version: '2.1', ...sop },
    ...changes,
  });
}

function textOf(input: Omit<SopInput, 'issuedAt'> = {}): string {
  const { html } = renderSop({ issuedAt, ...input });
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function problemOf(paragraphs: Sop['paragraphs']): string {
  try {
    renderSop({ partner: partnerOf({ paragraphs }), issuedAt });
  } catch (error) {
    if (isDossierError(error)) return `${error.code} ${error.problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`;
  }
  return 'no problem';
}

describe('procedure', () => {
  it('answers every criterion of A and B with sections that it has', () => {
    const known = numberedSections();
    expect(Object.keys(criteriaAnswered)).toEqual(['A1', 'A2', 'A3', 'B1', 'B2']);
    for (const id of Object.values(criteriaAnswered).flat()) expect(known.map((section) => section.id)).toContain(id);
    const { html } = renderSop({ issuedAt });
    for (const { id } of known) expect(html).toContain(`<section id="${id}"`);
    for (const { id } of chapters) expect(html).toContain(`data-page-of="${id}"`);
  });

  it('names each paragraph once, by its section', () => {
    const listed = listSopParagraphs();
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    for (const { id, paragraphs } of numberedSections()) for (const paragraph of paragraphs) expect(paragraph.startsWith(`${id}.`)).toBe(true);
    expect(listed.every(({ id, section, text }) => /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(id) && section !== '' && text.length > 40)).toBe(true);
  });

  it('forbids what must be forbidden in one short paragraph and speaks of it nowhere else', () => {
    const longTerm = /access keys?|long[- ]term|static (keys?|credentials?)|shared (users?|accounts?|credentials?|logins?)|IAM users?/i;
    const speaking = listSopParagraphs().filter(({ text }) => longTerm.test(text));
    expect(speaking.map(({ id }) => id)).toEqual(['not-allowed.rules']);
    expect(speaking[0]?.text.split(' ').length).toBeLessThan(40);
  });

  it('uses the nouns a reviewer looks for', () => {
    const text = textOf();
    const nouns = [
      'Console access',
      'Programmatic access',
      'aws sso login',
      'aws login',
      'role_arn',
      'OpenID Connect',
      'external id',
      'SAML 2.0',
      'AWS Managed Microsoft AD',
      'IAM Identity Center',
    ];
    for (const noun of [
      ...nouns,
      'Least privilege',
      'permissions boundary',
      'IAM Access Analyzer',
      'last accessed',
      'Dedicated credentials',
      'Emergency access',
    ])
      expect(text).toContain(noun);
  });

  it('renders without a partner, as a draft of "the partner"', () => {
    const text = textOf();
    expect(text).toContain('people and the automation of the partner reach');
    expect(text).toContain('DRAFT');
    expect(renderSop({ issuedAt })).toMatchObject({ name: 'ACCT-002-sop', draft: true, date: issuedAt, language: 'en' });
  });

  it('says on every page that the dossier it goes with is not ready, and stays the adopted procedure', () => {
    const { html, draft, date } = renderSop({ partner: partnerOf({ adopted }), issuedAt, dossierDraft: true });
    expect({ draft, date }).toEqual({ draft: true, date: adopted.date });
    expect(/@top-center \{ content: ("[^"]*")/.exec(html)?.[1]).toMatch(/DRAFT .* not ready for submission/);
    expect(html).not.toContain('Its paragraphs are proposals');
  });

  it('is the same document whichever customer it goes with, once adopted', () => {
    const [first, second] = ['2026-10-27', '2027-01-05'].map((day) => renderSop({ partner: partnerOf({ adopted }), issuedAt: day }));
    expect(first).toEqual(second);
    expect(first?.date).toBe(adopted.date);
  });

  it.each([
    ['not adopted', {}, true],
    ['another version adopted', { adopted: { ...adopted, version: '2.0' } }, true],
    ['this version adopted', { adopted }, false],
  ])('%s', (_, sop, draft) => {
    const document = renderSop({ partner: partnerOf(sop), issuedAt });
    const margin = /@top-center \{ content: ("[^"]*")/.exec(document.html)?.[1] ?? '';
    expect(document.draft).toBe(draft);
    expect(document.html.includes('class="sop-mark"')).toBe(draft);
    expect(document.html.includes('Its paragraphs are proposals')).toBe(draft);
    expect(margin.includes('DRAFT')).toBe(draft);
    expect(document.html.includes('Tomás Echeverri')).toBe(!draft);
  });

  it('takes the partner’s words in place of a paragraph, or after it, in the language asked for', () => {
    const paragraphs = {
      'training.record': { replace: { 'en': 'The **academy** keeps the dates.', 'pt-BR': 'A academia guarda as datas.' } },
      'console.sign-in': { append: '7. The engineer locks the safe.' },
    };
    const { html } = renderSop({ partner: partnerOf({ paragraphs }), issuedAt });
    expect(html).toContain('<p>The <strong>academy</strong> keeps the dates.</p>');
    expect(html).not.toContain('Without a valid training');
    expect(html).toContain('<ol start="7"><li><p>The engineer locks the safe.');
    expect(html).toContain('Before doing anything, the engineer reads account');
    expect(html).toContain('2 of 52 paragraphs were written or extended by Quillstone Cloud');
  });

  it('refuses a paragraph it does not have, naming those most like it', () => {
    expect(problemOf({ 'console.signin': { append: 'x' } })).toContain('input-invalid /sop/paragraphs/console.signin');
    expect(problemOf({ 'console.signin': { append: 'x' } })).toContain('console.sign-in');
    expect(problemOf({ constructor: { replace: 'x' } })).toContain('input-invalid');
    expect(problemOf({ 'console.habits': { replace: 'a <b>b</b>' } })).toContain('markdown-invalid sop.paragraphs.console.habits.replace');
  });

  it('takes nothing in a partner’s name for markup', () => {
    const { html } = renderSop({ partner: partnerOf({}, { name: '*Q* <script>x</script> $& {version}' }), issuedAt });
    expect(html).toContain('automation of *Q* &lt;script&gt;x&lt;/script&gt; $&amp; {version} reach');
  });

  it('is the same bytes each time', () => {
    expect(renderSop({ partner: partnerOf(), issuedAt }).html).toBe(renderSop({ partner: partnerOf(), issuedAt }).html);
  });
});
