import { looks, type Brand } from '@iam-dossier/core/brand';
import { digestOf } from '@iam-dossier/core/json';
import type { Partner } from '@iam-dossier/core/partner';
import { describe, expect, it } from 'vitest';
import { renderReadiness } from '../readiness/index.ts';
import { assessmentOf } from '../render/assessment.test-helper.ts';
import { renderSop } from '../sop/index.ts';
import { brandStyle, correctedColours } from './brand-style.ts';
import { contrast } from './colour.ts';
import { lookOf } from './look.ts';

const brandOf = (changes: Partial<Brand> = {}): Brand => ({ format: 'iam-dossier.brand', formatVersion: 1, name: 'Quillstone', ...changes });
const partnerOf = (brand: Brand): Partner => ({ format: 'iam-dossier.partner', formatVersion: 1, name: 'Quillstone', brand });
const sopOf = (brand: Brand) => renderSop({ partner: partnerOf(brand), issuedAt: '2026-10-06' }).html;

describe('the look of a brand', () => {
  it('is the house’s without one, a finished one where it is named, and its own where it says so', () => {
    expect(lookOf(undefined)).toMatchObject({ cover: 'band', headings: 'sans' });
    expect(lookOf(brandOf({ look: 'graphite' }))).toMatchObject({ cover: 'plain', headings: 'serif' });
    const own = brandOf({ look: 'graphite', cover: 'full', colours: { primary: '#AA0000' }, fonts: { headings: 'sans' } });
    expect(lookOf(own)).toEqual({ primary: '#aa0000', accent: '#aa0000', cover: 'full', headings: 'sans' });
  });

  it('reaches cover and headings', () => {
    expect(sopOf(brandOf({ look: 'terracotta' }))).toContain('class="cover cover-full"');
    expect(brandStyle(brandOf({ look: 'graphite' }))).toContain('--font-headings: var(--font-serif)');
    expect(new Set(looks.map((look) => brandStyle(brandOf({ look })))).size).toBe(looks.length);
  });

  it.each(looks)('%s can be read: white on its cover, its ink on paper, without a correction by us', (look) => {
    const { primary } = lookOf(brandOf({ look }));
    expect(contrast(primary, '#ffffff')).toBeGreaterThanOrEqual(7);
  });
});

describe('colours that cannot be read', () => {
  it('are told with the figures, and only those that a brand gives', () => {
    expect(correctedColours(brandOf({ colours: { primary: '#1b3a57', accent: '#ffd400' } }))).toEqual([
      { member: 'accent', given: '#ffd400', contrast: 1.3, used: expect.stringMatching(/^#[0-9a-f]{6}$/) as string, usedContrast: 4.5 },
    ]);
    expect(correctedColours(brandOf({ look: 'terracotta' }))).toEqual([]);
    expect(correctedColours(undefined)).toEqual([]);
  });

  it('are used corrected', () => {
    const [corrected] = correctedColours(brandOf({ colours: { primary: '#ffd400' } }));
    expect(brandStyle(brandOf({ colours: { primary: '#ffd400' } }))).toContain(`--brand-ink: ${corrected?.used}`);
  });
});

describe('the marks of a brand', () => {
  it('names the tool on the cover only when asked to', () => {
    expect(sopOf(brandOf({ toolName: true, footer: 'Ours' }))).toMatch(/cover-footer">Ours · Made with iam-dossier \d/);
    expect(sopOf(brandOf()).includes('class="cover-footer"')).toBe(false);
  });

  it('classifies what declares no classification of its own', () => {
    const brand = brandOf({ classification: 'Restricted' });
    expect(sopOf(brand)).toContain('@top-right { content: "Restricted" }');
    const own: Partner = { ...partnerOf(brand), sop: { version: '1', classification: 'Public' } };
    expect(renderSop({ partner: own, issuedAt: '2026-10-06' }).html).toContain('@top-right { content: "Public" }');
    const partner = partnerOf(brand);
    const assessment = assessmentOf({ partner: { name: partner.name, digest: digestOf(partner) } });
    expect(renderReadiness({ assessment, partner }).html).toMatch(/@top-right \{ content: "Restricted/);
  });

  it('takes no hostile text for style or markup', () => {
    const html = sopOf(brandOf({ classification: '"; } body { display: none', footer: '</style><script>x</script>', toolName: true }));
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('content: ""; } body { display: none');
  });
});
