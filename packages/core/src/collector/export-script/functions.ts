/** What the script does before the first call: nothing of the machine's settings may change the form of answers. */
export const opening = String.raw`
set -u
set -f
umask 077
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off AWS_CLI_ERROR_FORMAT=legacy AWS_DEFAULT_OUTPUT=json PYTHONIOENCODING=utf-8
export AWS_RETRY_MODE="${'$'}{AWS_RETRY_MODE:-standard}" AWS_MAX_ATTEMPTS="${'$'}{AWS_MAX_ATTEMPTS:-10}"
pause=${'$'}{IAM_DOSSIER_PAUSE:-2}
looks=${'$'}{IAM_DOSSIER_LOOKS:-150}
tab=$(printf '\t')

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

command -v aws >/dev/null 2>&1 || stop 'The AWS CLI (aws) is not here. Run this script in AWS CloudShell, which has it.'
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
stamp=$(printf '%s' "$started" | tr -d ':-')
name=iam-dossier-export-$stamp
work=$(pwd)/.$name.$$
mkdir "$work" "$work/index" "$work/answers" "$work/$name" || stop 'This folder cannot be written to.'
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT HUP TERM
if [ -z "${'$'}{AWS_REGION:-}${'$'}{AWS_DEFAULT_REGION:-}" ] && [ -z "$(aws configure get region 2>/dev/null)" ]; then
  export AWS_DEFAULT_REGION=us-east-1
fi
made=0 answered=0 refused=0
: >"$work/refusals"
`;

/** Functions that the calls below use. An answer is read line by line as the CLI writes it: one member a line, four blanks a level. */
export const functions = String.raw`
# Begins one kind of call: its place, its name, the parts of a snapshot it is for, the list that counts, codes that mean "nothing".
begin() {
  place=$1 call=$2 parts=$3 list=$4 nothing=$5 empty=$6
  file=$work/$name/$place.json
  index=$work/index/$(printf '%s' "$call" | tr ':' '-')
  in_a_row=0
  say "$place"
}

# A member of an answer at the top level, as JSON writes it between the quotes.
member() { sed -n 's/^    "'"$2"'": "\(.*\)",\{0,1\}$/\1/p' "$1" | head -n 1; }

# A parameter of the calls that led here.
pick() { printf '%s\n' "$2" | tr '\t' '\n' | sed -n "s/^$1=//p" | head -n 1; }

# JSON text as it is: the names that AWS allows need no more.
plain() { case $1 in *\\*) printf '%s' "$1" | sed 's/\\\(.\)/\1/g' ;; *) printf '%s' "$1" ;; esac; }

# Runs one call. What it answers is in $answer, what it says when it fails in $work/error.
run() {
  made=$((made + 1))
  answer=$work/answers/$made
  aws "$@" --output json >"$answer" 2>"$work/error" </dev/null || return $?
  [ -s "$answer" ] || printf '{}\n' >"$answer"
}

# Keeps an answer, with what was asked for and it does not say.
keep() {
  answered=$((answered + 1)) in_a_row=0
  {
    printf '{"format": "iam-dossier.answer", "call": "%s"' "$call"
    [ -z "$list" ] || printf ', "list": "%s"' "$list"
    [ -z "$1" ] || printf ', "asked": {%s}' "$1"
    printf ', "answer":\n'
    cat "$answer"
    printf '}\n'
  } >>"$file"
  printf '%s\t%s\n' "$answer" "$2" >>"$index"
  printf '%s\t%s\n' "$answer" "$2" >>"$work/round"
}

# Keeps the words of a call that failed, and goes on.
fail() {
  refused=$((refused + 1)) in_a_row=$((in_a_row + 1))
  {
    printf 'iam-dossier asked for %s (%s)%s; the AWS CLI ended with %s\n' "$call" "$parts" "$2" "$1"
    sed 's/^/> /' "$work/error"
    printf '\n'
  } >>"$file"
  grep -v '^ *$' "$work/error" | head -n 1 | sed "s/^/  $place: /" >>"$work/refusals"
}

# Asks page after page: what was asked for, what is known, what it is of, then the call.
ask() {
  asked=$1 known=$2 of=$3
  shift 3
  flag='' token=''
  while :; do
    if run "$@" ${'$'}{flag:+"$flag" "$token"}; then
      keep "$asked" "$known"
    else
      code=$?
      if [ -n "$nothing" ] && grep -Eq "\(($nothing)\)" "$work/error"; then
        printf '%s\n' "$empty" >"$answer"
        keep "$asked" "$known"
      else
        fail "$code" "$of"
      fi
      return
    fi
    before=$token token=$(plain "$(member "$answer" Marker)") flag=--marker
    [ -n "$token" ] || { token=$(plain "$(member "$answer" NextToken)") flag=--starting-token; }
    { [ -n "$token" ] && [ "$token" != "$before" ]; } || return 0
  done
}

# Entries in the answers of a call: the member of each, then what is known of it. "-" stands for none.
entries() {
  [ -f "$work/index/$1" ] || return 0
  entries_in "$work/index/$1" "$2" "$3" "$4" "$5" "$6"
}

entries_in() {
  while IFS="$tab" read -r from known; do
    LC_ALL=C awk -v list="$2" -v want="$3" -v only="$4" -v value="$5" -v also="$6" -v known="$known" '
      function nameOf(line) { sub(/^ *"/, "", line); sub(/".*$/, "", line); return line }
      function textOf(line) { sub(/^ *"[^"]*": "/, "", line); sub(/",?$/, "", line); return line }
      function give(text,   i, n, names, line) {
        if (text == "") return
        line = text
        n = split(also, names, " ")
        for (i = 1; i <= n; i++) if (names[i] in seen) line = line "\t" names[i] "=" seen[names[i]]
        print line (known == "" ? "" : "\t" known)
      }
      list == "-" && /^    "[^"]*": "/ { seen[nameOf($0)] = textOf($0) }
      list != "-" && $0 ~ ("^    \"" list "\": \\[$") { inside = 1; next }
      inside && /^    \]/ { inside = 0 }
      inside && /^        \{/ { split("", seen) }
      inside && /^            "[^"]*": "/ { seen[nameOf($0)] = textOf($0) }
      inside && /^        \}/ { if (only == "-" || seen[only] == value) give(seen[want]) }
      inside && want == "-" && /^        "/ { line = $0; sub(/^ *"/, "", line); sub(/",?$/, "", line); give(line) }
      END { if (list == "-") give(seen[want]) }
    ' "$from"
  done <"$1"
}

# Names of users, from the ARNs of principals.
user_names() { sed -n 's/^arn:[^:]*:iam::[0-9]*:user\/\(.*\/\)\{0,1\}\([^/]*\)$/\2/p' "$work/principals" | sort -u; }

# After twenty refusals in a row the others of the same kind are not asked about.
tired() {
  [ "$in_a_row" -ge 20 ] || return 1
  printf 'twenty calls in a row were refused; the others were not made\n' >"$work/error"
  fail none ''
}
`;

/** Zips the folder, under its name only when it is whole. */
export const closing = String.raw`
cd "$work" || exit 1
if command -v zip >/dev/null 2>&1 && zip -q -r whole "$name" >/dev/null 2>&1 && [ -s whole.zip ]; then
  ending=zip
else
  rm -f whole.zip
  if ! tar -cf whole.tar "$name" || ! gzip whole.tar; then
    stop 'Neither zip nor tar and gzip could pack the answers. Nothing is left behind.'
  fi
  ending=tar.gz
fi
cd - >/dev/null || exit 1
mv "$work/whole.$ending" "$target.$ending" || stop 'The finished file could not be put into this folder.'

say ''
say "$answered answers, $refused calls that were refused."
if [ -s "$work/refusals" ]; then
  say 'Refused, which the file says too:'
  sort "$work/refusals" | uniq | head -n 20 >&2
fi
say ''
say "Please send to your partner: $target.$ending"
say 'It holds names, settings and policies of this account; no passwords and no secret keys.'
printf '%s\n' "$target.$ending"
`;
