import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importSources } from '@iam-dossier/core/importer';
import { partnerPathOf, readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { evaluate } from '@iam-dossier/evaluator';
import { renderImplementation, renderReadiness, renderResponse, renderSop } from '@iam-dossier/renderer';
import { beforeAll, describe, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));

/** Names without the places at which they may break. */
const whole = (html: string) => html.replaceAll('<wbr>', '');

async function documentsOf(name: string) {
  const path = `${examples}${name}/engagement.yaml`;
  const engagement = await readEngagementFile(path);
  const partner = await readPartnerFile(partnerPathOf(engagement, path) ?? '');
  const folder = `${examples}${name}/aws`;
  const snapshot = importSources(readdirSync(folder).map((file) => ({ name: file, bytes: readFileSync(`${folder}/${file}`) })));
  const issuedAt = engagement.document.date;
  const assessment = evaluate({ snapshots: [snapshot], engagement, partner, issuedAt });
  const input = { assessment, engagement, partner };
  const { html, printHtml = '' } = renderImplementation(input);
  const submission = whole([html, printHtml, renderResponse(input).text].join('\n'));
  return {
    assessment,
    engagement,
    partner,
    snapshot,
    submission,
    sop: whole(renderSop({ partner, issuedAt }).html),
    readiness: whole(renderReadiness(input).html),
  };
}

describe.each(['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended'])('what AWS gets of %s', (name) => {
  let made: Awaited<ReturnType<typeof documentsOf>>;
  beforeAll(async () => {
    made = await documentsOf(name);
  });

  it('names every principal in scope, and none out of scope', () => {
    const { assessment, submission, readiness } = made;
    const principals = assessment.subjects.filter((subject) => subject.type === 'user' || subject.type === 'role');
    expect(principals.filter((subject) => subject.inScope).filter((subject) => !submission.includes(subject.name))).toEqual([]);
    const left = principals.filter((subject) => !subject.inScope);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((subject) => submission.includes(subject.name))).toEqual([]);
    expect(left.filter((subject) => !readiness.includes(subject.name))).toEqual([]);
  });

  it('bears no account of another party, no whole access key id, no external id', () => {
    const { engagement, snapshot, submission, sop } = made;
    const others = engagement.accounts.filter((account) => account.role === 'partnerIdentity').map((account) => account.id);
    const secrets = [...others, ...snapshot.accessKeys.map((key) => key.accessKeyId)];
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => submission.includes(secret) || sop.includes(secret))).toEqual([]);
  });

  it('bears nothing that is for the partner alone', () => {
    const { assessment, submission } = made;
    const findings = assessment.rules.flatMap((rule) => rule.findings);
    const internal = [
      ...assessment.rules.map((rule) => rule.remediation.console),
      ...findings.flatMap((finding) => [finding.fingerprint, finding.message.text]),
    ];
    expect(internal.length).toBeGreaterThan(10);
    expect(internal.filter((text) => submission.includes(text))).toEqual([]);
  });

  it('has a procedure in which no customer stands', () => {
    const { engagement, snapshot, sop } = made;
    const words = [
      engagement.customer.name,
      engagement.id,
      snapshot.account.id,
      ...(engagement.people?.filter(({ organisation }) => organisation === 'customer').map((person) => person.name) ?? []),
    ];
    expect(words.filter((word) => sop.includes(word))).toEqual([]);
  });
});
