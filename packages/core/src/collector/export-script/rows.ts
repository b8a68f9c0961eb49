import type { Call, EachEntry } from '../calls/index.ts';
import { cliName, commandOf, operationOf, quoted, serviceOf } from './words.ts';

/** The lines of the script that make one call of the table, or that go through what it is made for. */
export function rowLines(call: Call, calls: readonly Call[], placeOf: (call: Call) => string): string[] {
  if (calls.some(({ starts }) => starts === call.name)) return [];
  const result = calls.find(({ name }) => name === call.starts);
  const made = result ?? call;
  const replaced = call.insteadOf === undefined ? undefined : calls.find(({ name }) => name === call.name);
  const head = [
    '',
    `# ${operationOf(made)}: ${made.reason}.`,
    ...(replaced ? fallbackLines(replaced, placeOf(replaced)) : []),
    beginLine(made, placeOf(call)),
  ];
  const body = result === undefined ? askLines(call) : call.each === undefined ? reportLines(call, result) : jobLines(call, result);
  return [...head, ...body, ...(call.insteadOf === undefined ? [] : ['fi'])];
}

function beginLine({ name, parts, pages, nothing, input }: Call, place: string): string {
  const list = input?.['Filter'] === undefined ? '' : (pages?.list ?? '');
  const codes = nothing?.answer === undefined ? '' : nothing.codes.join('|');
  const words = [place, name, parts.join(' '), list, codes, nothing?.answer === undefined ? '' : JSON.stringify(nothing.answer)];
  return `begin ${words.map(quoted).join(' ')}`;
}

/** What another row of the same call gives is asked for one by one only where that was refused. */
function fallbackLines({ name }: Call, place: string): string[] {
  return [`if [ ! -f "$work/index/${name.replace(':', '-')}" ]; then`, `rm -f "$work/$name/${place}.json"`];
}

function askLines(call: Call): string[] {
  const command = commandOf(call).map(quoted);
  const { each } = call;
  const own = call.account === undefined ? [] : [`--${cliName(call.account)}`, '"$account"'];
  if (each === undefined) return [`ask ${askedOf(call)} '' '' ${[...command, ...own].join(' ')}`];
  const inherited = call.inherit ?? [];
  const loop = [
    'while IFS="$tab" read -r value known; do',
    '  tired && break',
    '  raw=$(plain "$value")',
    ...pickedLines(call, inherited),
    `  ask ${askedOf(call)} "${each.parameter}=$value\${known:+$tab$known}" " of $value" ${[...command, ...own, `--${cliName(each.parameter)}`, '"$raw"', ...inherited.map((name) => `--${cliName(name)} "$(plain "$known_${name}")"`)].join(' ')}`,
    'done <"$work/todo"',
  ];
  if ('every' in each) return [...principalsLines(each.every, each.parameter), ...loop];
  return [`${entriesOf(each)} | sort -u >"$work/todo"`, ...(each.again === undefined ? loop : againLines(each.again, loop))];
}

function principalsLines(every: 'user' | 'principal', parameter: string): string[] {
  const which = every === 'user' && parameter === 'UserName' ? 'user_names' : `cat "$work/principals"`;
  return [`${which} >"$work/todo"`];
}

/** Parameters of earlier calls that this one sends too, or that its answer is to say. */
function pickedLines({ told = [], input = {}, each }: Call, inherited: readonly string[]): string[] {
  const needed = told.map(({ parameter }) => parameter).filter((name) => !Object.hasOwn(input, name) && name !== each?.parameter);
  return [...new Set([...inherited, ...needed])].map((name) => `  known_${name}=$(pick ${name} "$known")`);
}

/** What the answer is told, as members of JSON in one word of the shell. */
function askedOf({ told = [], input = {}, each, when, name }: Call): string {
  const all = told.map(({ parameter, member }) => {
    const fixed = input[parameter];
    const value = typeof fixed === 'string' ? fixed : parameter === each?.parameter ? '$value' : `$known_${parameter}`;
    return `\\"${member}\\": \\"${value}\\"`;
  });
  // Whoever asked for all users at once has all when the last page is there.
  if (input['AllUsers'] === true && when === 'account' && name === 'iam:ListServiceSpecificCredentials') all.push('\\"AllUsers\\": true');
  return `"${all.join(', ')}"`;
}

function entriesOf({ from, list, member, only = {}, also = [] }: EachEntry): string {
  const [filter] = Object.entries(only);
  const words = [from.replace(':', '-'), list ?? '-', member ?? '-', filter?.[0] ?? '-', filter?.[1] ?? '-', also.join(' ')];
  return `entries ${words.map(quoted).join(' ')}`;
}

/** The same call for what its own answers lead to; organizations have five levels. */
function againLines({ list, member }: NonNullable<EachEntry['again']>, loop: readonly string[]): string[] {
  return [
    'levels=0',
    'while [ -s "$work/todo" ] && [ "$levels" -lt 20 ]; do',
    ': >"$work/round"',
    ...loop,
    `entries_in "$work/round" ${quoted(list)} ${quoted(member)} - - '' | cut -f 1 | sort -u >"$work/todo"`,
    'levels=$((levels + 1))',
    'done',
  ];
}

/** AWS makes the report when it is told to, which takes a while. */
function reportLines(start: Call, result: Call): string[] {
  const { member = 'State', busy = [] } = start.poll ?? {};
  const again = [...(result.poll?.busyCodes ?? []), ...(result.poll?.restartCodes ?? [])].join('|');
  return [
    'look=0',
    'while :; do',
    `  if run ${commandOf(start).map(quoted).join(' ')}; then`,
    `    case $(member "$answer" ${member}) in ${busy.join('|')}) made_it=no ;; *) made_it=yes ;; esac`,
    '  else',
    '    made_it=refused',
    '    cp "$work/error" "$work/first-error"',
    '  fi',
    '  if [ "$made_it" != no ]; then',
    `    if run ${commandOf(result).map(quoted).join(' ')}; then`,
    "      keep '' ''",
    '      break',
    '    else',
    '      code=$?',
    '    fi',
    '    if [ "$made_it" = refused ]; then',
    '      cp "$work/first-error" "$work/error"',
    '      fail "$code" ""',
    '      break',
    '    fi',
    `    grep -Eq ${quoted(`\\((${again})\\)`)} "$work/error" || { fail "$code" ''; break; }`,
    '  fi',
    '  look=$((look + 1))',
    '  if [ "$look" -ge "$looks" ]; then',
    `    printf 'AWS had not made it after %s looks\\n' "$looks" >"$work/error"`,
    "    fail none ''",
    '    break',
    '  fi',
    '  sleep "$pause"',
    'done',
  ];
}

/** All jobs are started before the first is asked for its answer, so that AWS works on them side by side. */
function jobLines(start: Call, result: Call): string[] {
  const parameter = start.each?.parameter ?? 'Arn';
  const id = result.each !== undefined && 'from' in result.each ? (result.each.member ?? 'JobId') : 'JobId';
  const flag = `--${cliName(result.each?.parameter ?? id)}`;
  const busy = (result.poll?.busy ?? []).join('|');
  return [
    'sort -u "$work/principals" >"$work/todo"',
    ': >"$work/jobs"',
    'while IFS="$tab" read -r value known; do',
    '  tired && break',
    '  raw=$(plain "$value")',
    `  if run ${serviceOf(start)} ${cliName(operationOf(start))} --${cliName(parameter)} "$raw"; then`,
    '    in_a_row=0',
    `    printf '%s\\t%s\\n' "$(member "$answer" ${id})" "$value" >>"$work/jobs"`,
    '  else',
    '    fail "$?" " of $value"',
    '  fi',
    'done <"$work/todo"',
    'while IFS="$tab" read -r job value; do',
    '  look=0',
    '  while [ "$look" -lt "$looks" ]; do',
    `    run ${commandOf(result).map(quoted).join(' ')} ${flag} "$job" || { fail "$?" " of $value"; break; }`,
    `    case $(member "$answer" ${result.poll?.member ?? 'JobStatus'}) in`,
    `      ${busy}) look=$((look + 1)); sleep "$pause" ;;`,
    `      *) keep "\\"${parameter}\\": \\"$value\\"" "${parameter}=$value"; break ;;`,
    '    esac',
    '  done',
    '  [ "$look" -lt "$looks" ] || { printf \'AWS had not made it after %s looks\\n\' "$looks" >"$work/error"; fail none " of $value"; }',
    'done <"$work/jobs"',
  ];
}
