/** A titled part of the procedure; its words are `sop.section.<id>`, those of its paragraphs `sop.paragraph.<id>`. */
export interface Section {
  id: string;
  paragraphs: readonly string[];
}

export interface Chapter extends Section {
  sections: readonly Section[];
}

/** The procedure in order. Ids are stable: partners replace and extend paragraphs by them. */
export const chapters: readonly Chapter[] = [
  chapter('purpose', ['purpose.aim', 'purpose.principles']),
  chapter('scope', ['scope.applies', 'scope.excluded', 'scope.terms']),
  chapter('responsibilities', ['responsibilities.roles', 'responsibilities.separation']),
  chapterOf('life-cycle', [
    section('request', 'request.steps'),
    section('approval', 'approval.steps', 'approval.trace'),
    section('provisioning', 'provisioning.steps'),
    section('use', 'use.rules'),
    section('review', 'review.steps'),
    section('revocation', 'revocation.causes', 'revocation.steps'),
  ]),
  chapterOf('standard-access', [
    section('ways-in', 'ways-in.order', 'ways-in.root'),
    section('console', 'console.sign-in', 'console.habits'),
    section('programmatic', 'programmatic.identity-center', 'programmatic.assume-role', 'programmatic.tools'),
    section('pipelines', 'pipelines.steps'),
  ]),
  chapterOf('temporary-credentials', [
    section('temporary', 'temporary.when', 'temporary.durations', 'temporary.limit'),
    section('cross-account', 'cross-account.steps'),
    section('third-party', 'third-party.steps'),
  ]),
  chapterOf('federation', [
    section('federation-choice', 'federation-choice.when', 'federation-choice.leavers'),
    section('identity-center', 'identity-center.steps'),
    section('saml', 'saml.steps'),
    section('managed-active-directory', 'managed-active-directory.steps'),
  ]),
  chapterOf('least-privilege', [
    section('policy-design', 'policy-design.steps'),
    section('wildcards', 'wildcards.rules'),
    section('guardrails', 'guardrails.rules'),
    section('permission-review', 'permission-review.steps'),
  ]),
  chapterOf('dedicated-credentials', [section('one-person', 'one-person.rules'), section('not-allowed', 'not-allowed.rules')]),
  chapter('emergency-access', ['emergency-access.when', 'emergency-access.steps', 'emergency-access.test']),
  chapter('monitoring', ['monitoring.sources', 'monitoring.alerts', 'monitoring.review']),
  chapter('training', ['training.content', 'training.record']),
  chapter('incidents', ['incidents.signs', 'incidents.steps']),
  chapter('exceptions', ['exceptions.steps']),
  chapter('records', ['records.kept', 'records.review']),
];

/** The criteria a procedure has to answer, each with the sections that do. */
export const criteriaAnswered = {
  A1: ['ways-in', 'console', 'programmatic', 'pipelines', 'life-cycle'],
  A2: ['temporary', 'cross-account', 'third-party', 'pipelines'],
  A3: ['federation-choice', 'identity-center', 'saml', 'managed-active-directory'],
  B1: ['policy-design', 'wildcards', 'guardrails', 'permission-review'],
  B2: ['one-person', 'not-allowed', 'review', 'revocation'],
} as const satisfies Record<string, readonly string[]>;

export type CriterionAnswered = keyof typeof criteriaAnswered;

/** The chapter in which a criterion is answered. */
export function chapterAnswering(criterion: CriterionAnswered): string {
  const first: string = criteriaAnswered[criterion][0];
  const found = chapters.find((entry) => entry.sections.some((part) => part.id === first));
  return found?.id ?? first;
}

/** Every section with its number as printed, chapters among them. */
export function numberedSections(): { id: string; number: string; paragraphs: readonly string[] }[] {
  return chapters.flatMap((entry, index) => [
    { id: entry.id, number: `${index + 1}`, paragraphs: entry.paragraphs },
    ...entry.sections.map((part, place) => ({ id: part.id, number: `${index + 1}.${place + 1}`, paragraphs: part.paragraphs })),
  ]);
}

function chapter(id: string, paragraphs: readonly string[]): Chapter {
  return { id, paragraphs, sections: [] };
}

function chapterOf(id: string, sections: readonly Section[]): Chapter {
  return { id, paragraphs: [], sections };
}

function section(id: string, ...paragraphs: string[]): Section {
  return { id, paragraphs };
}
