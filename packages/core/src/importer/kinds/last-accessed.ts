import { decodeList, decodeMembers, isMembers, type Members, type Shape } from '../decode/members.ts';
import { text, time, whole } from '../decode/values.ts';
import type { Draft } from '../draft.ts';
import { extentOf, isList, type Kind } from './kind.ts';

const serviceEntries = decodeList({
  members: {
    ServiceName: ['serviceName', text],
    ServiceNamespace: ['serviceNamespace', text],
    LastAuthenticated: ['lastAuthenticated', time],
    LastAuthenticatedEntity: ['lastAuthenticatedEntity', text],
    LastAuthenticatedRegion: ['lastAuthenticatedRegion', text],
    TotalAuthenticatedEntities: ['totalAuthenticatedEntities', whole],
  },
});
const lastAccessed: Shape = {
  members: {
    Arn: ['arn', text],
    JobType: ['jobType', text],
    JobCreationDate: ['jobCreationDate', time],
    JobCompletionDate: ['jobCompletionDate', time],
    ServicesLastAccessed: ['servicesLastAccessed', serviceEntries],
  },
  drop: ['JobStatus', 'IsTruncated', 'Marker'],
};

/** The start of a job says nothing by itself. Where it says for whom, it is part of the answer. */
export const serviceLastAccessedStart: Kind = {
  call: 'iam:GenerateServiceLastAccessedDetails',
  matches: (value) => typeof value['JobId'] === 'string' && typeof value['Arn'] === 'string' && Object.keys(value).length === 2,
  read: (value, draft) => {
    draft.sawArn(value['Arn']);
    draft.parts.servicesLastAccessed.sources.push(draft.source);
  },
};

export const serviceLastAccessed: Kind = {
  call: 'iam:GetServiceLastAccessedDetails',
  matches: (value) => isList(value['ServicesLastAccessed']),
  read: (value, draft) => {
    if (!isDone(value, draft)) return;
    const entry = decodeMembers(value, lastAccessed, draft);
    const key = keyOf(entry);
    draft.open('servicesLastAccessed', key === undefined || extentOf(value) === 'cut' ? 'cut' : 'one');
    if (key === undefined) return;
    const before = typeof entry['arn'] === 'string' ? draft.parts.servicesLastAccessed.entries.get(key) : undefined;
    if (before) before.value = joined(before.value, entry);
    else draft.add('servicesLastAccessed', key, entry);
  },
};

/** An answer has no name of its own: its services and times tell two apart. Pages that say whose they are belong together. */
function keyOf(entry: Members): string | undefined {
  const services = entry['servicesLastAccessed'];
  if (!isList(services) || !services.every((service) => isMembers(service) && typeof service['serviceNamespace'] === 'string')) return undefined;
  const { arn, jobCreationDate, jobCompletionDate } = entry;
  return [arn, jobCreationDate, jobCompletionDate, ...(typeof arn === 'string' ? [] : [JSON.stringify(services)])].join('\n');
}

function joined(before: Members, page: Members): Members {
  const services = new Map(servicesOf(before).map((service) => [JSON.stringify(service), service]));
  for (const service of servicesOf(page)) services.set(JSON.stringify(service), service);
  return { ...before, servicesLastAccessed: [...services.values()] };
}

function servicesOf(entry: Members): unknown[] {
  return entry['servicesLastAccessed'] as unknown[];
}

/** Until a job is done its list is empty, which says nothing about what was used. */
function isDone({ JobStatus: status, Error: error }: Members, draft: Draft): boolean {
  if (status === undefined || status === 'COMPLETED') return true;
  const part = draft.parts.servicesLastAccessed;
  if (!part.sources.includes(draft.source)) part.sources.push(draft.source);
  if (status === 'FAILED') {
    const code = isMembers(error) && typeof error['Code'] === 'string' ? error['Code'] : 'FAILED';
    part.refusal ??= { status: 'failed', code, message: `the job of GetServiceLastAccessedDetails failed with ${code}` };
    draft.note('warning', 'call-refused', `the job of GetServiceLastAccessedDetails failed with ${code}: its data is missing`);
    return false;
  }
  part.absence = 'the job was not done when it was asked for its answer';
  part.shortfalls.push('a job was not done when it was asked for its answer');
  draft.note('refused', 'job-not-done', 'AWS was still at work on it; run "aws iam get-service-last-accessed-details" again with the same job id');
  return false;
}
