import type { Served } from '../account/served.ts';
import { invalid, noSuchEntity } from '../error.ts';
import { textParam, type Answer, type Ask } from './handler.ts';

const polls = { ready: 1, failed: 1, slow: 3 };

export function generateLastAccessed({ params, served, state, accessKeyId }: Ask): Answer {
  const arn = textParam(params, 'Arn') ?? '';
  if (!isKnown(served, arn)) throw noSuchEntity(`${arn} cannot be found.`);
  const jobId = `00000000-0000-4000-8000-${String(state.nextId()).padStart(12, '0')}`;
  state.jobs.set(jobId, { arn, accessKeyId, polls: polls[state.options.jobs ?? 'ready'] });
  return { output: { JobId: jobId } };
}

/** A job is read by the session that asked for it, and no other. */
export function getLastAccessed({ params, served, state, accessKeyId }: Ask): Answer {
  const job = state.jobs.get(textParam(params, 'JobId') ?? '');
  if (!job || job.accessKeyId !== accessKeyId) throw noSuchEntity('The job cannot be found, or is not yours.');
  const found = served.snapshot.servicesLastAccessed.find((entry) => entry.arn === job.arn);
  const dates = { JobCreationDate: found?.jobCreationDate ?? state.now(), JobType: found?.jobType ?? 'SERVICE_LEVEL' };
  if (job.polls > 0) {
    job.polls -= 1;
    return {
      output: { ...dates, JobStatus: 'IN_PROGRESS', JobCompletionDate: dates.JobCreationDate, IsTruncated: false },
      lists: [['ServicesLastAccessed', []]],
    };
  }
  const done = { ...dates, JobCompletionDate: found?.jobCompletionDate ?? dates.JobCreationDate };
  if (state.options.jobs === 'failed') {
    return {
      output: { ...done, JobStatus: 'FAILED', Error: { Code: 'InternalError', Message: 'The job failed.' } },
      lists: [['ServicesLastAccessed', []]],
    };
  }
  return { output: { ...done, JobStatus: 'COMPLETED' }, lists: [['ServicesLastAccessed', found?.servicesLastAccessed ?? []]] };
}

function isKnown({ snapshot }: Served, arn: string): boolean {
  if (!arn.startsWith('arn:')) throw invalid(`${arn} is not an ARN`);
  return [snapshot.users, snapshot.roles, snapshot.groups, snapshot.managedPolicies].some((list) => list.some((entry) => entry.arn === arn));
}
