import type { CriterionId, WordsAt } from '@iam-dossier/core/assessment';
import type { AccessModel, Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import type { Text } from '@iam-dossier/core/text';

/** A text that is printed, with its place and the criterion it speaks to. */
export interface PlacedText {
  file: WordsAt['file'];
  /** Path of the member, without the language. */
  member: string;
  /** Language that the file gives; `undefined` for one text for all. */
  locale?: string;
  text: string;
  /** `name`: a name, title or date, of which only what was left to be filled in is looked for. */
  kind: 'text' | 'name';
  criterion: CriterionId;
  topic?: keyof AccessModel;
}

type Place = Pick<PlacedText, 'file' | 'criterion'>;

export const criterionOfTopic: Readonly<Record<keyof AccessModel, CriterionId>> = {
  console: 'A1',
  programmatic: 'A1',
  temporaryCredentials: 'A2',
  federation: 'A3',
  leastPrivilege: 'B1',
  dedicatedCredentials: 'B2',
};

/** Every text of the partner that stands in a document. */
export function partnerTexts(partner: Partner | undefined): PlacedText[] {
  if (!partner) return [];
  const place: Place = { file: 'partner', criterion: 'E1' };
  const { name, legalName, contact, brand, sop } = partner;
  const names = {
    name,
    legalName,
    contact,
    'brand.name': brand?.name,
    'brand.tagline': brand?.tagline,
    'brand.footer': brand?.footer,
    'sop.id': sop?.id,
    'sop.title': sop?.title,
    'sop.version': sop?.version,
    'sop.classification': sop?.classification,
    'sop.owner': sop?.owner,
    'sop.adopted.approver': sop?.adopted?.approver,
  };
  return [
    ...Object.entries(names).flatMap(([member, text]) => placed(text, member, 'name', place)),
    ...Object.entries(sop?.paragraphs ?? {}).flatMap(([id, change]) => [
      ...placed(change.replace, `sop.paragraphs.${id}.replace`, 'text', place),
      ...placed(change.append, `sop.paragraphs.${id}.append`, 'text', place),
    ]),
    ...(sop?.revisions ?? []).flatMap(({ author, note }, index) => [
      ...placed(author, `sop.revisions[${index}].author`, 'name', place),
      ...placed(note, `sop.revisions[${index}].note`, 'name', place),
    ]),
  ];
}

/** Every text of the engagement that stands in a document; `criterionOfClaim` says where a claim belongs. */
export function engagementTexts(engagement: Engagement | undefined, criterionOfClaim: (index: number) => CriterionId): PlacedText[] {
  if (!engagement) return [];
  const place: Place = { file: 'engagement', criterion: 'E2' };
  const { title, customer, document, accounts, workload, accessModel = {}, people, principals, claims, declaredFacts, scope } = engagement;
  const names = {
    title,
    'customer.name': customer.name,
    'document.number': document.number,
    'document.version': document.version,
    'document.author': document.author,
    'document.approver': document.approver,
    'document.classification': document.classification,
  };
  const statements = Object.entries(accessModel) as [keyof AccessModel, { text: Text; author: string } | undefined][];
  return [
    ...statements.flatMap(([topic, statement]) => {
      const own = { ...place, criterion: criterionOfTopic[topic] };
      return [
        ...placed(statement?.text, `accessModel.${topic}.text`, 'text', own).map((entry) => ({ ...entry, topic })),
        ...placed(statement?.author, `accessModel.${topic}.author`, 'name', own),
      ];
    }),
    ...Object.entries(names).flatMap(([member, text]) => placed(text, member, 'name', place)),
    ...placed(customer.description, 'customer.description', 'text', place),
    ...placed(workload?.description, 'workload.description', 'text', place),
    ...listed(workload?.components, (entry, at) => placed(entry, `workload.components${at}`, 'text', place)),
    ...listed(accounts, ({ name }, at) => placed(name, `accounts${at}.name`, 'name', place)),
    ...listed(people, (person, at) => [
      ...placed(person.name, `people${at}.name`, 'name', place),
      ...placed(person.function, `people${at}.function`, 'name', place),
    ]),
    ...listed(principals, ({ purpose }, at) => placed(purpose, `principals${at}.purpose`, 'text', place)),
    ...listed(claims, ({ text, author }, at, index) => [
      ...placed(text, `claims${at}.text`, 'text', { ...place, criterion: criterionOfClaim(index) }),
      ...placed(author, `claims${at}.author`, 'name', { ...place, criterion: criterionOfClaim(index) }),
    ]),
    ...listed(declaredFacts, (fact, at) => [
      ...(typeof fact.value === 'object' || typeof fact.value === 'string' ? placed(fact.value, `declaredFacts${at}.value`, 'name', place) : []),
      ...placed(fact.author, `declaredFacts${at}.author`, 'name', place),
    ]),
    ...listed(scope?.exclude, ({ reason, author }, at) => [
      ...placed(reason, `scope.exclude${at}.reason`, 'name', place),
      ...placed(author, `scope.exclude${at}.author`, 'name', place),
    ]),
  ];
}

function listed<T>(list: readonly T[] | undefined, each: (entry: T, at: string, index: number) => PlacedText[]): PlacedText[] {
  return (list ?? []).flatMap((entry, index) => each(entry, `[${index}]`, index));
}

/** A text in every language it has. */
function placed(text: Text | undefined, member: string, kind: PlacedText['kind'], place: Place): PlacedText[] {
  if (text === undefined) return [];
  if (typeof text === 'string') return [{ ...place, member, text, kind }];
  if (Object.keys(text).length === 0) return [{ ...place, member, text: '', kind }];
  return Object.entries(text).map(([locale, words]) => ({ ...place, member: `${member}.${locale}`, locale, text: words, kind }));
}
