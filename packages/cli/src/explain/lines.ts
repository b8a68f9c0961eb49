import type { AccessExplanation, LayerName, NearMiss, SourcedStatement } from '@iam-dossier/evaluator';
import type { Look } from '../summary/look.ts';
import type { Paint } from '../terminal/paint.ts';
import { hanging } from '../terminal/width.ts';
import { builtInWords, decisionWords, layerHints, layerWords, mismatchText, placeText } from './words.ts';

const MOST_NEAR = 5;
const LONGEST_STATEMENT = 400;

/** An explanation in plain words. */
export function explanationLines(explanation: AccessExplanation, look: Look): string[] {
  const { answer } = explanation;
  return [
    ...headLines(explanation, look),
    ...section(
      answer.decision === 'indeterminate' ? 'Within the snapshot decided by' : 'Decided by',
      explanation.deciding.flatMap((statement) => statementLines(statement, look)),
      look,
    ),
    ...section(
      'Nothing in these allows it; one of them would have to',
      answer.silent.map(
        (name) => `  ${layerWords[name]}${name === 'resourcePolicy' && mayHaveNone(answer) ? ', where the resource can have one' : ''}`,
      ),
      look,
    ),
    ...section('Missing', missingLines(explanation, look), look),
    ...section(
      'Rules of AWS',
      answer.builtIn.flatMap((name) => hanging('  ', builtInWords[name], look.columns)),
      look,
    ),
    ...section('Nearly matched', nearLines(explanation.nearMisses, look), look),
    ...section('Layers', look.verbose ? layerLines(explanation, look) : [], look),
  ];
}

/** A role and a KMS key always have a policy of their own. */
function mayHaveNone({ builtIn, layers }: AccessExplanation['answer']): boolean {
  const always = builtIn.includes('trust-policy-must-allow') || builtIn.includes('key-policy-must-allow');
  return !always && layers.some(({ layer, state }) => layer === 'resourcePolicy' && state === 'none');
}

function section(title: string, lines: readonly string[], { paint }: Look): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines];
}

function headLines({ principal, action, resource, resourceLeftOut, answer, withinSnapshot }: AccessExplanation, { paint, columns }: Look): string[] {
  const { decision } = answer;
  const brush = decisionBrush(decision, paint);
  const within = {
    allowed: 'The policies in the snapshot allow it; what is missing may still deny it.',
    explicitDeny: '',
    implicitDeny: 'The policies in the snapshot do not allow it; what is missing may.',
    indeterminate: 'The snapshot alone does not decide it.',
  }[withinSnapshot.decision];
  return [
    brush(decisionWords[decision]),
    ...hanging('  ', paint.plain(`${principal.arn}  ${action} on ${resource}`), columns),
    ...(resourceLeftOut ? hanging('  ', 'No --resource was given: only what holds for every resource counts.', columns) : []),
    ...(principal.inSnapshot ? [] : ['  The snapshot holds no policies of this principal.']),
    ...(decision === 'indeterminate' ? hanging('  ', within, columns) : []),
  ];
}

function decisionBrush(decision: AccessExplanation['answer']['decision'], paint: Paint): (text: string) => string {
  return { allowed: paint.green, explicitDeny: paint.red, implicitDeny: paint.red, indeterminate: paint.yellow }[decision];
}

function statementLines(statement: SourcedStatement, { paint, columns }: Look): string[] {
  return [...hanging('  ', paint.plain(placeText(statement)), columns), ...quoteLines(statement, paint, columns)];
}

function quoteLines({ text }: SourcedStatement, paint: Paint, columns: number): string[] {
  if (text === undefined) return [];
  const whole = JSON.stringify(text);
  const short = whole.length > LONGEST_STATEMENT ? `${whole.slice(0, LONGEST_STATEMENT)}…` : whole;
  return hanging('    ', paint.dim(short), columns);
}

function missingLines({ answer, unresolved }: AccessExplanation, { paint, columns }: Look): string[] {
  const layer = (name: LayerName) => hanging(`  ${layerWords[name]}: `, layerHints[name], columns);
  return [
    ...answer.missingLayers.flatMap(layer),
    ...answer.missingKeys.flatMap((name) =>
      hanging('  ', paint.plain(`${name}: give it with --context '${name}=value', or say --absent ${name}`), columns),
    ),
    ...unresolved.flatMap(({ policyName, policyArn, groups }) =>
      hanging('  ', paint.plain(`not in the snapshot: ${policyName === '' ? `group ${groups.join(', ')}` : (policyArn ?? policyName)}`), columns),
    ),
    ...answer.unreadable.flatMap(({ layer, document, name, path, problem }) =>
      hanging('  ', paint.plain(`not readable: ${name ?? `document ${document + 1}`} (${layerWords[layer]}) ${path}: ${problem}`), columns),
    ),
  ];
}

function nearLines(nearMisses: readonly NearMiss[], look: Look): string[] {
  const shown = nearMisses.slice(0, look.verbose ? undefined : MOST_NEAR);
  const rest = nearMisses.length - shown.length;
  return [...shown.flatMap((near) => nearOne(near, look)), ...(rest > 0 ? [`  … and ${rest} more: --verbose lists all`] : [])];
}

function nearOne(near: NearMiss, { paint, columns }: Look): string[] {
  const reasons = near.mismatches.flatMap((mismatch) => hanging('    - ', paint.plain(mismatchText(mismatch)), columns));
  return [...hanging(`  ${near.effect}  `, paint.plain(placeText(near)), columns), ...reasons];
}

function layerLines({ answer }: AccessExplanation, { columns }: Look): string[] {
  const states = { documents: 'read', none: 'none', unknown: 'not known', notApplicable: 'not asked for such a request' };
  const answers = { yes: 'allows', no: 'does not allow', unknown: 'may allow' };
  const denials = { yes: 'denies', no: 'does not deny', unknown: 'may deny' };
  return answer.layers.flatMap(({ layer, state, allows, denies }) => {
    const said = state === 'notApplicable' ? states[state] : `${states[state]}; ${answers[allows]}, ${denials[denies]}`;
    return hanging(`  ${layerWords[layer]}: `, said, columns);
  });
}
