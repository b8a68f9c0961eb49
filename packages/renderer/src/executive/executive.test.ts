import { describe, expect, it } from 'vitest';
import { worstCase } from '../implementation/worst-case.test-helper.ts';
import { pageCount, readAll } from '../pdf/finished.test-helper.ts';
import { printPdfs } from '../pdf/index.ts';
import { noBrowser } from '../pdf/real-browser.test-helper.ts';
import { assessmentOf, effectiveOf, roleProfileOf, subjectOf, userProfileOf } from '../render/assessment.test-helper.ts';
import { renderExecutive } from './render.ts';

const keyOf = (status: 'active' | 'inactive') => ({ status, created: { state: 'none' as const }, lastUsed: { state: 'none' as const } });
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<script>.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the executive summary', () => {
  it('counts what is in the data, and tells beside it what is not', () => {
    const subjects = [subjectOf('user', 'ana'), subjectOf('user', 'bot'), subjectOf('role', 'reader')];
    const profiles = [
      userProfileOf(0, { accessKeys: [keyOf('active'), keyOf('inactive')], effective: 1 }),
      userProfileOf(1, { accessKeys: null }),
      roleProfileOf(2, { maxSessionDuration: 5400 }),
    ];
    const effectivePermissions = [effectiveOf('operator', { status: 'partial' }), effectiveOf('all', { administrator: true })];
    const text = textOf(renderExecutive({ assessment: assessmentOf({ subjects, profiles, effectivePermissions }) }).html);
    expect(text).toContain('active access key in scope 1 not in the data 1');
    expect(text).toContain('administrator in scope 2 not in the data 1');
    expect(text).toContain('hours at most in one role session 1.5');
    expect(text).toContain('IAM users in scope 2');
  });

  it('says which criteria are not met and why, and is a draft then', () => {
    const document = renderExecutive({ assessment: assessmentOf() });
    expect(document.draft).toBe(true);
    expect(document.audience).toBe('submission');
    expect(textOf(document.html)).toMatch(/\d of 7 criteria (is|are) supported; \d (is|are) not\./);
  });

  it.skipIf(noBrowser)('has two pages with every list full and every text long, and with nothing at all', async () => {
    for (const locale of ['en', 'pt-BR']) {
      const { assessment, engagement } = worstCase(5000);
      const documents = [
        renderExecutive({ assessment: { ...assessment, locale }, engagement }),
        renderExecutive({ assessment: assessmentOf({ locale }) }),
      ];
      const pages = (await printPdfs(documents)).map((pdf) => pageCount(readAll(pdf)));
      expect([locale, ...pages]).toEqual([locale, 2, 2]);
    }
  });
});
