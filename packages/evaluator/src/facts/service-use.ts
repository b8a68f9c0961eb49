import { pointer } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { once } from './once.ts';

/** What a principal was granted and what it attempted, as IAM tracks it for 400 days. AWS counts denied attempts too: they are no uses. */
export interface ServiceUse {
  /** Prefixes of the services granted. Empty for a principal without policies. */
  granted: readonly string[];
  /** Those of them that it never attempted. */
  unused: readonly string[];
  /** When IAM finished the job. */
  completed?: string;
  /** When the principal was made. */
  created?: string;
  at: string;
}

export interface ServiceUseFact {
  /** By ARN: one job is about one principal. */
  byArn: ReadonlyMap<string, ServiceUse>;
  /** Answers that do not say whose they are: AWS leaves that out. */
  unnamed: number;
}

type Job = Snapshot['servicesLastAccessed'][number];

export const serviceUseFact = once(({ snapshot }): Known<ServiceUseFact> => {
  if (!hasPart(snapshot, 'servicesLastAccessed')) return unknown(gapsOf(snapshot, 'servicesLastAccessed'));
  const jobs = new Map<string, { job: Job; index: number }>();
  let unnamed = 0;
  for (const [index, job] of snapshot.servicesLastAccessed.entries()) {
    if (job.arn === undefined) unnamed += 1;
    else if (isNewer(job, jobs.get(job.arn)?.job)) jobs.set(job.arn, { job, index });
  }
  const created = new Map([...snapshot.users, ...snapshot.roles].map(({ arn, createDate }) => [arn, createDate]));
  const byArn = new Map([...jobs].map(([arn, { job, index }]) => [arn, useOf(job, index, created.get(arn))]));
  return known({ byArn, unnamed });
});

/** Of several jobs on one principal the last counts; of two at one time, the one that saw more. */
function isNewer(job: Job, before: Job | undefined): boolean {
  if (!before) return true;
  const [mine, theirs] = [job.jobCompletionDate ?? '', before.jobCompletionDate ?? ''];
  return mine === theirs ? JSON.stringify(job) > JSON.stringify(before) : mine > theirs;
}

function useOf({ servicesLastAccessed: services, jobCompletionDate }: Job, index: number, created: string | undefined): ServiceUse {
  const names = (list: typeof services) => [...new Set(list.map((service) => service.serviceNamespace))].sort();
  return {
    granted: names(services),
    unused: names(services.filter((service) => service.lastAuthenticated === undefined)),
    ...(jobCompletionDate === undefined ? {} : { completed: jobCompletionDate }),
    ...(created === undefined ? {} : { created }),
    at: pointer('servicesLastAccessed', index),
  };
}
