import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples, mended, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const id = 'infinity-gifts-souvenirs-mended';
const ready = [join(mended, 'aws'), '-e', join(mended, 'engagement.yaml')];
const read = (...path: string[]) => readFileSync(at(...path), 'utf8');

describe('--locale', () => {
  it('makes every document in the language, and keeps the assessment in English', async () => {
    const { code } = await run('report', ...ready, '--format', 'html,md', '--locale', 'es', '-o', at('es'));
    expect(code).toBe(0);
    for (const file of [`ACCT-002-implementation-${id}.html`, 'ACCT-002-sop.html', `internal/ACCT-002-readiness-${id}.html`])
      expect(read('es', file)).toContain('<html lang="es">');
    expect(read('es', `ACCT-002-response-${id}.md`)).toContain('ACCT-002, acceso con IAM al entorno del cliente');
    const assessment = JSON.parse(read('es/internal/assessment.json')) as { locale?: string; criteria: { title: string }[] };
    expect([assessment.locale, assessment.criteria[1]?.title]).toEqual([undefined, 'When and how temporary credentials are used']);
  });

  it('gives the same verdicts in every language', async () => {
    const verdicts = async (locale: string) => {
      await run('report', ...ready, '--format', 'html', '--locale', locale, '-o', at(`same-${locale}`));
      return read(`same-${locale}`, 'internal/assessment.json');
    };
    expect(await verdicts('pt-BR')).toEqual(await verdicts('en'));
  });

  it('marks a text that lacks the language, and warns of it', async () => {
    cpSync(examples, at('own'), { recursive: true });
    const file = at('own', id, 'engagement.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('description: The gift shop, managed through Terraform.', 'description: { en: The gift shop. }'),
    );
    const args = [at('own', id, 'aws'), '-e', file, '--format', 'html', '--locale', 'pt-BR', '-o', at('marked')];
    const { code, err } = await run('report', ...args);
    expect(code).toBe(0);
    expect(err).toContain('1 text of the engagement has no words in the language of the documents (pt-BR), such as workload.description');
    expect(read('marked', `ACCT-002-implementation-${id}.html`)).toMatch(/<p>\[en\]<\/p>\s*<p>The gift shop\.<\/p>/);
  });

  it('is refused for a language without words, naming those there are', async () => {
    const { code, err } = await run('report', ...ready, '--locale', 'fr', '-o', at('never'));
    expect(code).toBe(2);
    expect(err).toContain('es, pt-BR');
  });
});
