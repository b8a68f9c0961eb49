import { ASSESSMENT_FORMAT, ASSESSMENT_VERSION, generator, type Assessment, type RuleResult } from '@iam-dossier/core/assessment';
import { digestOf } from '@iam-dossier/core/json';
import { accessPathsOf } from '../facts/access-paths.ts';
import type { IndexedSubject } from '../facts/context.ts';
import { timeOf, waiverResults } from '../engine/waivers.ts';
import { checklist, type JudgedCriterion, type Run } from '../criteria/index.ts';
import { actionData } from '../policy/index.ts';
import { layersNotSeen } from '../words/layers.ts';
import { documentsNamed, keptDocuments, quotedDigests } from './documents.ts';
import { EffectiveList } from './effective.ts';
import { escalationsOf } from './escalations.ts';
import { exhibitsOf, showable } from './exhibit.ts';
import { reasonLeftOut, scopeOf } from './left-out.ts';
import { booksOf, profileOf } from './profiles.ts';
import { assessedSnapshot } from './snapshot.ts';
import { unknownEffective } from './unknown-effective.ts';

export interface Verdicts {
  results: readonly RuleResult[];
  judged: readonly JudgedCriterion[];
  readiness: Assessment['readiness'];
}

/** The assessment, self-sufficient: documents are rendered from it without the snapshots. */
export function assemble(run: Run, { results, judged, readiness }: Verdicts): Assessment {
  const { engagement, partner, subjects, issuedAt } = run;
  const snapshots = run.accounts.map((account) => account.context.snapshot);
  const inPanels = principalsOf(run);
  const quoted = quotedDigests(results, run.claims);
  const documents = documentsNamed(new Set([...quoted, ...showable(inPanels.profiles, inPanels.effectivePermissions)]), snapshots);
  const { exhibit, exhibitNearest } = exhibitsOf(inPanels.profiles, inPanels.effectivePermissions, documents);
  const designation = engagement?.checklist?.designation;
  return {
    format: ASSESSMENT_FORMAT,
    formatVersion: ASSESSMENT_VERSION,
    generator,
    actionData,
    checklist: { ...checklist, ...(designation === undefined ? {} : { designation }) },
    issuedAt,
    engagement: engagement ? { id: engagement.id, digest: digestOf(engagement) } : null,
    partner: partner ? { name: partner.name, digest: digestOf(partner) } : null,
    snapshots: run.accounts.map(assessedSnapshot),
    subjects: subjects.map(({ index: _, ...subject }) => subject),
    scope: scopeOf(subjects, engagement),
    ...inPanels,
    waysIn: waysInScope(run),
    accessPaths: accessPathsOf(run.accounts, engagement),
    escalations: escalationsOf(run),
    rules: [...results],
    criteria: judged.map((criterion) => criterion.result),
    readiness,
    claims: [...run.claims],
    declaredFacts: (engagement?.declaredFacts ?? []).map((fact) => ({ fact, state: timeOf(fact, issuedAt) })),
    waivers: waiverResults(run),
    exhibit,
    exhibitNearest,
    documents: keptDocuments(documents, exhibit ? new Set([...quoted, exhibit.document]) : quoted),
    layersNotSeen: layersNotSeen(),
  };
}

/** Panels for principals in scope, one lean row for each other. */
function principalsOf(run: Run): Pick<Assessment, 'effectivePermissions' | 'profiles' | 'directory'> {
  const effective = new EffectiveList();
  const profiles: Assessment['profiles'] = [];
  const directory: Assessment['directory'] = [];
  for (const account of run.accounts) {
    const books = booksOf(account);
    for (const subject of principals(account.context.subjects)) {
      if (subject.inScope) profiles.push(profileOf(subject, books, account, (entry) => effective.place(entry)));
      else {
        const own = books.principals.get(subject.index)?.effective ?? unknownEffective;
        directory.push({ subject: subject.index, effective: effective.place(own), reason: reasonLeftOut(subject, run.engagement) });
      }
    }
  }
  return { effectivePermissions: effective.list, profiles, directory };
}

function principals(subjects: readonly IndexedSubject[]): IndexedSubject[] {
  return subjects.filter((subject) => subject.type === 'user' || subject.type === 'role');
}

function waysInScope(run: Run): Assessment['waysIn'] {
  return run.accounts.flatMap((account) => {
    const trust = account.get('trust');
    return trust.known ? trust.value.filter((role) => role.inScope).flatMap((role) => role.ways) : [];
  });
}
