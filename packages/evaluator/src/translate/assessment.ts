import type { Assessment, Blocker, ClaimResult, CriterionResult, EscalationResult, Message, RuleResult } from '@iam-dossier/core/assessment';
import type { Words } from '../words/format.ts';
import { catalogue } from '../words/catalogue.ts';
import { openInterpreter, type Interpreter } from './sentences.ts';

export interface Translated {
  assessment: Assessment;
  /** Texts that stayed English, since this version's words do not say them: the assessment is of another version. */
  left: number;
}

/**
 * An assessment with all its sentences in another language, for documents; nothing but texts differs. `words` are
 * `locales/<locale>.json` of this package. The assessment that is kept in a file is the English one.
 */
export function translateAssessment(assessment: Assessment, locale: string, words: Words): Translated {
  const interpreter = openInterpreter(catalogue(), words);
  const { message } = interpreter;
  // Gaps come first: other sentences quote them.
  const effectivePermissions = assessment.effectivePermissions.map((entry) => ({
    ...entry,
    gaps: entry.gaps.map((gap) => message(gap, ['gap'])),
    function: message(entry.function, ['function']),
  }));
  const translated: Assessment = {
    ...assessment,
    locale,
    effectivePermissions,
    scope: { ...assessment.scope, leftOut: assessment.scope.leftOut.map((entry) => ({ ...entry, reason: message(entry.reason, ['scope']) })) },
    profiles: assessment.profiles.map((profile) => ({
      ...profile,
      identity: { ...profile.identity, signs: profile.identity.signs.map((sign) => message(sign, ['identity'])) },
    })),
    directory: assessment.directory.map((row) => ({ ...row, reason: message(row.reason, ['scope']) })),
    escalations: assessment.escalations.map((entry) => escalation(entry, interpreter)),
    rules: assessment.rules.map((rule) => ruleResult(rule, interpreter)),
    criteria: assessment.criteria.map((criterion) => criterionResult(criterion, assessment, interpreter)),
    readiness: {
      ...assessment.readiness,
      blockers: assessment.readiness.blockers.map((blocker) => blockerIn(blocker, assessment, interpreter)),
      warnings: assessment.readiness.warnings.map((warning) => message(warning, ['readiness'])),
    },
    claims: assessment.claims.map((claim) => claimResult(claim, interpreter)),
    exhibitNearest:
      assessment.exhibitNearest === null
        ? null
        : { ...assessment.exhibitNearest, edits: assessment.exhibitNearest.edits.map((edit) => message(edit, ['exhibit', 'escalation'])) },
    layersNotSeen: assessment.layersNotSeen.map((layer) => message(layer, ['layer'])),
  };
  return { assessment: translated, left: interpreter.left() };
}

function escalation(entry: EscalationResult, { message }: Interpreter): EscalationResult {
  const places = ['escalation'];
  return {
    ...entry,
    paths: entry.paths.map((path) => ({
      ...path,
      path: message(path.path, places),
      missing: path.missing.map((text) => message(text, places)),
      guards: path.guards.map((text) => message(text, places)),
    })),
  };
}

function ruleResult(rule: RuleResult, { message, text }: Interpreter): RuleResult {
  const at = `rule/${rule.id}`;
  return {
    ...rule,
    title: text(rule.title, `${at}/title`),
    description: text(rule.description, `${at}/description`),
    remediation: {
      console: text(rule.remediation.console, `${at}/remediation/console`),
      cli: text(rule.remediation.cli, `${at}/remediation/cli`),
      terraform: text(rule.remediation.terraform, `${at}/remediation/terraform`),
    },
    findings: rule.findings.map((finding) => ({ ...finding, message: message(finding.message, [`${at}/message`, 'engine']) })),
  };
}

function criterionResult(criterion: CriterionResult, assessment: Assessment, { message, text }: Interpreter): CriterionResult {
  const places = placesOfReasons(assessment);
  return {
    ...criterion,
    title: text(criterion.title, `criterion/${criterion.id}/title`),
    summary: message(criterion.summary, places),
    facts: criterion.facts.map((fact) => message(fact, places)),
    reasons: criterion.reasons.map((reason) => message(reason, places)),
  };
}

function blockerIn(blocker: Blocker, assessment: Assessment, { message, filled }: Interpreter): Blocker {
  const { message: said, words, rule, claim } = blocker;
  const keys = [
    ...(claim === undefined ? [] : ['mend/claim-contradicted']),
    `mend/${said.id}`,
    ...(rule === undefined ? [] : [`rule/${rule}/remediation/console`]),
  ];
  const data = { ...said.data, ...(words ? { rewrite: words.rewrite } : {}), ...(claim === undefined ? {} : { claim }) };
  return { ...blocker, message: message(said, placesOfReasons(assessment)), mend: filled(blocker.mend, keys, data) };
}

/** A criterion falls by its own reasons, or by a claim that is contradicted. */
function placesOfReasons({ claims }: Assessment): string[] {
  const types = [...new Set(claims.map(({ claim }) => claim))];
  return ['criteria', ...types.map((type) => `claim/${type}/message`), 'claims'];
}

function claimResult(claim: ClaimResult, { message, text }: Interpreter): ClaimResult {
  const places = [`claim/${claim.claim}/message`, 'claims'];
  const reasons = (list: ClaimResult['against']) => list.map((reason) => ({ ...reason, message: message(reason.message, places) }));
  return {
    ...claim,
    title: text(claim.title, `claim/${claim.claim}/title`),
    proven: claim.proven === null ? null : message(claim.proven, places),
    against: reasons(claim.against),
    unclear: reasons(claim.unclear),
  };
}

/** Messages of an application in another language; see `translateAssessment`. */
export function translateMessages(messages: readonly Message[], words: Words): Message[] {
  const { message } = openInterpreter(catalogue(), words);
  return messages.map((entry) => message(entry, ['application']));
}
