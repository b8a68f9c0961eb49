import { claimTypes } from '../claims/index.ts';
import type { ClaimDefinition } from '../claims/engine/definition.ts';
import { criteria } from '../criteria/index.ts';
import type { Rule } from '../engine/rule.ts';
import type { Framework } from '../frameworks/framework.ts';
import { frameworks } from '../frameworks/list.ts';
import { frameworkWords } from '../frameworks/words.ts';
import { problemWords } from '../policy/validate/problems.ts';
import { rules } from '../rules/index.ts';
import { applicationWords } from './application.ts';
import { claimEngineWords, claimWords } from './claims.ts';
import { criterionWords, mendWords } from './criteria.ts';
import { engineWords } from './engine.ts';
import { escalationWords } from './escalations.ts';
import { exhibitWords } from './exhibit.ts';
import type { Words } from './format.ts';
import { functionWords } from './functions.ts';
import { gapWords } from './gaps.ts';
import { identityWords } from './identity.ts';
import { layerWords } from './layers.ts';
import { readinessWords } from './readiness.ts';
import { scopeWords } from './scope.ts';

/**
 * All English words of the evaluator by key: what `locales/en.json` holds. A message of the assessment is found by its
 * place and id: a finding's at `rule/<rule>/message/<id>`, else at `engine/<id>`; others at `<table>/<id>`.
 */
export function catalogue(): Words {
  const tables = {
    criteria: criterionWords,
    framework: frameworkWords,
    mend: mendWords,
    readiness: readinessWords,
    engine: engineWords,
    claims: { ...claimEngineWords, ...claimWords },
    identity: identityWords,
    function: functionWords,
    gap: gapWords,
    escalation: escalationWords,
    exhibit: exhibitWords,
    scope: scopeWords,
    layer: layerWords,
    application: applicationWords,
    problem: problemWords,
  };
  return Object.fromEntries([
    ...rules.flatMap(wordsOfRule),
    ...claimTypes.flatMap(wordsOfClaim),
    ...frameworks.flatMap(wordsOfFramework),
    ...criteria.map(({ id, title }) => [`criterion/${id}/title`, title]),
    ...Object.entries(tables).flatMap(([table, words]) => Object.entries<string>(words).map(([id, text]) => [`${table}/${id}`, text])),
  ]) as Words;
}

function wordsOfRule({ id, title, description, messages, remediation }: Rule): [string, string][] {
  return [
    [`rule/${id}/title`, title],
    [`rule/${id}/description`, description],
    ...Object.entries(messages).map(([message, { text }]): [string, string] => [`rule/${id}/message/${message}`, text]),
    ...Object.entries(remediation).map(([tool, text]): [string, string] => [`rule/${id}/remediation/${tool}`, text]),
  ];
}

function wordsOfClaim({ id, title, description, messages }: ClaimDefinition): [string, string][] {
  return [
    [`claim/${id}/title`, title],
    [`claim/${id}/description`, description],
    ...Object.entries(messages).map(([message, { text }]): [string, string] => [`claim/${id}/message/${message}`, text]),
  ];
}

function wordsOfFramework({ id, title, about, controls }: Framework): [string, string][] {
  return [
    [`frameworks/${id}/title`, title],
    [`frameworks/${id}/about`, about],
    ...controls.flatMap(({ id: control, title: asked, note }): [string, string][] => [
      [`frameworks/${id}/control/${control}`, asked],
      ...(note === undefined ? [] : [[`frameworks/${id}/note/${control}`, note] satisfies [string, string]]),
    ]),
  ];
}
