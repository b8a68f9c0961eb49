import { expect, it } from 'vitest';
import { effectiveOf, messageOf } from '../render/assessment.test-helper.ts';
import { openWords } from '../words/index.ts';
import { mayDo } from './may-do.ts';

const words = openWords('en');
const speaker = { say: (key: string, data = {}) => words.say(`implementation.${key}`, data), text: (value: string) => `<${value}>` };
const access = (service: string, all: number, scoped = 0, conditional = 0) => ({ service, all, scoped, conditional, everyAction: false });
const line = (changes: Parameters<typeof effectiveOf>[1], most = 3) => mayDo(effectiveOf('x', changes), speaker, most);

it('says what is changed and how far, and what is read beside', () => {
  expect(line({ services: [access('cloudwatch', 3), access('ec2', 1, 0, 4 + 16), access('s3', 0, 4, 4), access('ssm', 0, 4)] })).toBe(
    'Changes <ssm> on named resources; <s3> on named resources or under conditions; <ec2> under conditions. Reads <cloudwatch>, <ec2>.',
  );
});

it('tells apart where permissions are set, and does not say twice that all of a service is open', () => {
  expect(line({ services: [access('ec2', 31), access('iam', 3, 8)] })).toBe(
    'Sets permissions in <ec2>; <iam> on named resources. Changes <ec2>. Reads <iam>.',
  );
});

it('counts the services that it does not name', () => {
  expect(line({ services: ['a', 'b', 'c', 'd', 'e'].map((service) => access(service, 2)) })).toBe('Reads <a>, <b>, <c>, 2 more.');
});

it('says that an administrator may do everything, and that more may be granted than was read', () => {
  expect(line({ administrator: true })).toBe('May do everything in the account, or give itself the right to.');
  expect(line({ status: 'partial', gaps: [messageOf('gap')] })).toBe('Some policies could not be resolved: it may do more.');
  expect(line({})).toBe('');
});
