import { entryAt, remembered, type Check, type Flaw } from './check.ts';
import type { ErrorId, WarningId } from './problems.ts';
import { resourceTypes } from './resource-types.data.ts';

type ResourceFlaw = { severe: true; flaw: Flaw<ErrorId> } | { severe: false; flaw: Flaw<WarningId> } | null;

/** Stands for a variable, whose name may hold colons. */
const VARIABLE = '\u0001';
const partitions = /^aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?$/;
const types: Readonly<Record<string, ReadonlySet<string>>> = {
  iam: new Set(resourceTypes.iam),
  s3: new Set(resourceTypes.s3WithRegion),
};

/** Checks one text of Resource or NotResource. */
export function checkResource(text: string, list: string, index: number | undefined, check: Check): void {
  const found = flawOf(text);
  if (found === null) return;
  const { severe, flaw } = found;
  const path = entryAt(list, index);
  if (!severe) check.warn?.(flaw.id, path, flaw.data);
  else if (check.grammar.checkedBy === 'iam') check.error(flaw.id, path, flaw.data);
  else check.warn?.('resource-unusual', path);
}

const flawOf = remembered((text): ResourceFlaw => {
  if (text === '*') return null;
  const arn = text.includes('${') ? text.replace(/\$\{[^{}]*\}/g, VARIABLE) : text;
  const [start, partition = '', service, ...rest] = arn.split(':');
  if (start !== 'arn' || partition === '') return refuse('resource-form');
  if (!/[*?]/.test(partition) && !partitions.test(partition)) return refuse('resource-partition', { partition: text.split(':')[1] ?? '' });
  if (service === undefined || service === '' || /[*?]/.test(service)) return refuse('resource-service');
  if (rest.length < 3) return shortFlaw(arn);
  return (service === 'iam' || service === 's3' ? regionFlaw(service, rest) : null) ?? oddity(arn, rest);
});

function refuse(id: ErrorId, data?: Flaw['data']): ResourceFlaw {
  return { severe: true, flaw: data ? { id, data } : { id } };
}

function warn(id: WarningId, data?: Flaw['data']): ResourceFlaw {
  return { severe: false, flaw: data ? { id, data } : { id } };
}

/** IAM fills up what is missing at the end; an empty part in between makes it give up. */
function shortFlaw(arn: string): ResourceFlaw {
  return arn.includes('::') && !arn.endsWith('*') ? refuse('resource-short') : warn('resource-open-end');
}

/** IAM has no Regions, and S3 has them for some types of resource. */
function regionFlaw(service: 'iam' | 's3', [region = '', account = '', ...parts]: readonly string[]): ResourceFlaw {
  const resource = parts.join(':');
  const type = /^[^/]*/.exec(resource)?.[0] ?? '';
  const known = types[service]?.has(type) ?? false;
  if (region !== '' && !(service === 's3' && known)) {
    // A bucket belongs to no Region and no account; what names an account may be of a type newer than the list.
    return isOpen(region) || (service === 's3' && account !== '') ? warn('resource-unusual') : refuse('resource-region', { service });
  }
  if (service === 's3' || resource === '*' || resource === 'root' || (known && resource.length > type.length)) return null;
  return isOpen(type) || resource.includes('/') ? warn('resource-unusual') : refuse('resource-iam-path');
}

function isOpen(part: string): boolean {
  return /[*?\u0001]/.test(part);
}

function oddity(arn: string, [, account = '']: readonly string[]): ResourceFlaw {
  if (/\s/.test(arn)) return warn('resource-space');
  return /^(\d{12}|aws|cloudfront|)$/.test(account) || isOpen(account) ? null : warn('resource-account', { account });
}
