import { coverView } from '../view/index.ts';
import { accessApproach } from './access-approach.ts';
import { accountSettings } from './account-settings.ts';
import { claimsSection, hasClaims } from './claims.ts';
import { criteriaSection } from './criteria.ts';
import { documentControl } from './document-control.ts';
import { glossary } from './glossary.ts';
import { leastPrivilege } from './least-privilege.ts';
import { principalsSection } from './principals.ts';
import { provenance } from './provenance.ts';
import type { Sheet } from './sheet.ts';
import { workloadSection } from './workload.ts';

/** Sections in the order they are read. Their ids are cited by the criteria and by the response. */
export const sectionIds = [
  'document-control',
  'criteria',
  'access-approach',
  'workload',
  'principals',
  'least-privilege',
  'claims',
  'account-settings',
  'provenance',
  'glossary',
] as const;

/** The whole document, finished for its template. */
export function implementationView(sheet: Sheet, title: string) {
  const shown = sectionIds.filter((id) => id !== 'claims' || hasClaims(sheet));
  const contents = shown.map((id, index) => ({ id, number: String(index + 1), title: sheet.scribe.say(`section.${id}`) }));
  const head = (id: (typeof sectionIds)[number]) => contents.find((entry) => entry.id === id);
  return {
    cover: cover(sheet, title),
    contents,
    control: { head: head('document-control'), rows: documentControl(sheet, title), reading: sheet.scribe.say('reading.masks') },
    criteria: { head: head('criteria'), ...criteriaSection(sheet, contents) },
    approach: { head: head('access-approach'), ...accessApproach(sheet) },
    workload: { head: head('workload'), ...workloadSection(sheet) },
    principals: { head: head('principals'), ...principalsSection(sheet) },
    least: { head: head('least-privilege'), ...leastPrivilege(sheet) },
    claims: hasClaims(sheet) ? { head: head('claims'), ...claimsSection(sheet) } : null,
    settings: { head: head('account-settings'), ...accountSettings(sheet) },
    provenance: { head: head('provenance'), ...provenance(sheet) },
    glossary: { head: head('glossary'), terms: glossary(sheet) },
  };
}

function cover({ engagement, partner, assessment, scribe }: Sheet, title: string) {
  const document = engagement?.document;
  const text = (key: string, value: string | undefined) => ({
    label: scribe.say(`control.${key}`),
    value: value === undefined ? scribe.say('undeclared') : scribe.text(value),
  });
  return coverView(
    {
      brand: partner?.brand,
      name: scribe.text(partner?.name ?? scribe.say('cover.no-partner')),
      kicker: scribe.say('cover.kicker'),
      title,
      subtitle: scribe.say('cover.subtitle'),
      facts: [
        text('number', document?.number),
        text('version', document?.version),
        text('date', document?.date ?? assessment.issuedAt),
        text('classification', document?.classification === undefined ? undefined : scribe.words.text(document.classification)),
      ],
      customer: {
        label: scribe.say('control.customer'),
        name: scribe.text(engagement?.customer.name ?? scribe.say('undeclared')),
        description: engagement?.customer.description === undefined ? '' : scribe.declared(engagement.customer.description),
        brand: engagement?.customer.brand,
      },
    },
    scribe.words,
  );
}
