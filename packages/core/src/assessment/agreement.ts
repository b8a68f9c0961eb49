import { DossierError, type Problem } from '../errors/index.ts';
import { pointer } from '../json/pointer.ts';
import type { Assessment } from './assessment.ts';
import { criterionIds } from './verdicts.ts';

/**
 * Checks that the members of an assessment agree, as in every one that `evaluate` makes: a file changed by hand must not
 * become documents that say more than was found.
 * @throws DossierError `input-invalid`
 */
export function checkAgreement(assessment: Assessment, file?: string): void {
  const problems = [...criteriaProblems(assessment), ...lengthProblems(assessment), ...placeProblems(assessment)];
  if (problems.length === 0) return;
  throw new DossierError('input-invalid', `${file ?? 'the assessment'} does not agree with itself: it was changed after it was made`, {
    problems: problems.slice(0, 20).map((problem) => ({ ...(file === undefined ? {} : { file }), ...problem })),
    hint: 'Evaluate again.',
  });
}

function criteriaProblems({ criteria, readiness, claims }: Assessment): Problem[] {
  const wanted = criterionIds.join(', ');
  const problems: Problem[] = [];
  if (criteria.map(({ id }) => id).join(', ') !== wanted) problems.push({ path: '/criteria', message: `must be ${wanted}` });
  const passed = criteria.every(({ outcome }) => outcome === 'pass');
  if (readiness.ready !== (passed && readiness.blockers.length === 0)) {
    problems.push({ path: '/readiness/ready', message: 'must be true when every criterion passes and nothing blocks, and only then' });
  }
  return [...problems, ...claimProblems(claims, readiness)];
}

/** An untrue sentence is never without its blocker, and nothing but a claim that held bears a proof. */
function claimProblems(claims: Assessment['claims'], { blockers }: Assessment['readiness']): Problem[] {
  return claims.flatMap(({ id, outcome, proven, against }, at) => {
    const blocked = blockers.some((blocker) => blocker.claim === id) === (outcome === 'contradicted');
    if (blocked && (proven !== null) === (outcome === 'held') && against.length > 0 === (outcome === 'contradicted')) return [];
    return [{ path: pointer('claims', at), message: 'must be proven when it held and only then, and block when it is contradicted' }];
  });
}

function lengthProblems({ rules, scope, profiles }: Assessment): Problem[] {
  const problems = rules.flatMap((rule, at) =>
    rule.population.length === rule.outcomes.length
      ? []
      : [{ path: pointer('rules', at, 'outcomes'), message: 'must have a letter for each subject of "population"' }],
  );
  if (scope.inScope === profiles.length) return problems;
  return [...problems, { path: '/profiles', message: `must be ${scope.inScope}, one for each principal in scope` }];
}

/** Positions that name nothing. */
function placeProblems(assessment: Assessment): Problem[] {
  const { subjects, snapshots, effectivePermissions, documents } = assessment;
  const lists = { subjects: subjects.length, snapshots: snapshots.length, effectivePermissions: effectivePermissions.length };
  const problems: Problem[] = [];
  for (const { list, at, path } of placesOf(assessment)) if (at >= lists[list]) problems.push({ path, message: `${list} has no entry ${at}` });
  for (const { document, path } of quotesOf(assessment)) {
    if (!Object.hasOwn(documents, document)) problems.push({ path, message: 'names a document that is not there' });
  }
  return problems;
}

interface Place {
  list: 'subjects' | 'snapshots' | 'effectivePermissions';
  at: number;
  path: string;
}

function placesOf(assessment: Assessment): Place[] {
  const { subjects, profiles, directory, waysIn, accessPaths, escalations, rules, readiness, claims, exhibit, exhibitNearest } = assessment;
  const subject = (at: number, ...path: (string | number)[]): Place => ({ list: 'subjects', at, path: pointer(...path) });
  const snapshot = (at: number, ...path: (string | number)[]): Place => ({ list: 'snapshots', at, path: pointer(...path) });
  const permissions = (at: number, ...path: (string | number)[]): Place => ({ list: 'effectivePermissions', at, path: pointer(...path) });
  return [
    ...subjects.map((entry, at) => snapshot(entry.pointer.snapshot, 'subjects', at, 'pointer')),
    ...profiles.flatMap((entry, at) => [
      subject(entry.subject, 'profiles', at, 'subject'),
      permissions(entry.effective, 'profiles', at, 'effective'),
    ]),
    ...directory.flatMap((entry, at) => [
      subject(entry.subject, 'directory', at, 'subject'),
      permissions(entry.effective, 'directory', at, 'effective'),
    ]),
    ...waysIn.flatMap((entry, at) => [subject(entry.role, 'waysIn', at, 'role'), snapshot(entry.pointer.snapshot, 'waysIn', at, 'pointer')]),
    ...rules.flatMap((rule, at) => [
      ...rule.population.map((index) => subject(index, 'rules', at, 'population')),
      ...rule.findings.flatMap((finding, nth) =>
        [finding, ...(finding.alike ?? [])].flatMap((one) => [
          subject(one.subject, 'rules', at, 'findings', nth, 'subject'),
          ...one.evidence.map((entry) => snapshot(entry.snapshot, 'rules', at, 'findings', nth, 'evidence')),
        ]),
      ),
    ]),
    ...readiness.blockers.flatMap((entry, at) => entry.subjects.map((index) => subject(index, 'readiness', 'blockers', at, 'subjects'))),
    ...(exhibit?.subjects ?? []).map((index) => subject(index, 'exhibit', 'subjects')),
    ...claims.flatMap((claim, at) => [
      ...[...claim.against, ...claim.unclear].flatMap((reason) => [
        ...(reason.subject === undefined ? [] : [subject(reason.subject, 'claims', at)]),
        ...reason.evidence.map((entry) => snapshot(entry.snapshot, 'claims', at)),
      ]),
      ...claim.evidence.map((entry) => snapshot(entry.snapshot, 'claims', at, 'evidence')),
      ...claim.snapshots.map((index) => snapshot(index, 'claims', at, 'snapshots')),
    ]),
    ...accessPaths.flatMap((entry, at) => [...entry.through, ...entry.ends].map((index) => subject(index, 'accessPaths', at))),
    ...escalations.flatMap((entry, at) =>
      [...entry.subjects, ...(entry.chain?.steps ?? []).flatMap(({ to }) => to ?? [])].map((index) => subject(index, 'escalations', at)),
    ),
    ...(exhibitNearest?.subjects ?? []).map((index) => subject(index, 'exhibitNearest', 'subjects')),
  ];
}

function quotesOf({ rules, claims, exhibit }: Assessment): { document: string; path: string }[] {
  const quoted = rules.flatMap((rule, at) =>
    rule.findings.flatMap((finding, nth) =>
      finding.quotes.map(({ document }) => ({ document, path: pointer('rules', at, 'findings', nth, 'quotes') })),
    ),
  );
  const ofClaims = claims.flatMap((claim, at) =>
    claim.against.flatMap(({ quotes }) => quotes.map(({ document }) => ({ document, path: pointer('claims', at, 'against') }))),
  );
  return exhibit ? [...quoted, ...ofClaims, { document: exhibit.document, path: '/exhibit/document' }] : [...quoted, ...ofClaims];
}
