// Writes a rule and its test, both to be filled in, and makes index, words and page anew.
// node scripts/new-rule.mjs <id>
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/generated.mjs';

const subjects = ['account', 'root', 'user', 'role', 'group', 'principal', 'access', 'password', 'managed', 'saml', 'server'];
const [id, ...rest] = process.argv.slice(2);

const folder = 'packages/evaluator/src/rules';
const files = [`${folder}/${id}.ts`, `${folder}/${id}.test.ts`];

function problem() {
  if (id === undefined || rest.length > 0) return 'usage: node scripts/new-rule.mjs <id>, such as user-console-mfa';
  if (!/^[a-z]+(-[a-z]+)+$/.test(id)) return `"${id}" is no rule id: lower-case words with single hyphens, no numbers, such as user-console-mfa`;
  if (!subjects.includes(id.split('-')[0])) return `"${id}" does not begin with what it judges: ${subjects.join(', ')}`;
  const there = files.find((file) => existsSync(join(root, file)));
  return there === undefined ? undefined : `${there} is there already`;
}

const { version } = JSON.parse(readFileSync(join(root, 'packages/evaluator/package.json'), 'utf8'));

const rule = `import { defineRule } from '../engine/rule.ts';
import { notEvaluated } from '../engine/verdict.ts';

export default defineRule({
  id: '${id}',
  title: 'What is judged, as a noun',
  description: 'What must hold, why it matters, and what missing data means.',
  severity: 'medium',
  weight: 'supporting',
  since: '${version}',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  options: {},
  inputs: ['users'],
  messages: {
    wrong: { outcome: 'fail', text: 'What is wrong, with its number: {count}.' },
    unknown: { outcome: 'notEvaluated', text: 'What is not in the data.' },
  },
  remediation: {
    console: 'Where to click.',
    cli: 'aws iam …',
    terraform: 'resource …',
  },
  subjects: ({ users }) => users,
  evaluate: () => notEvaluated('missing', 'unknown'),
});
`;

const test = `import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './${id}.ts';

const aws = awsAccount();

testRule(rule, [
  {
    name: 'a user of whom nothing is known',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana')] })),
    expected: { ana: unproven('missing', 'unknown') },
  },
]);
`;

function write() {
  writeFileSync(join(root, files[0]), rule);
  writeFileSync(join(root, files[1]), test);
  for (const file of files) console.log(`wrote ${file}`);
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/generate-rules.mjs')], { stdio: 'inherit' });
  console.log('Fill in both files; the test says what is missing. A rule of weight "criterion" is named in packages/evaluator/src/criteria.');
  return status ?? 1;
}

const refusal = problem();
if (refusal === undefined) process.exitCode = write();
else {
  console.error(refusal);
  process.exitCode = 2;
}
