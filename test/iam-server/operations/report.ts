import { reportCsv } from '../account/report-csv.ts';
import type { Served } from '../account/served.ts';
import { AwsError } from '../error.ts';
import type { Answer, Ask } from './handler.ts';

/** Polls until a report is there. */
const polls = { slow: 4, absent: 1, expired: 1, ready: 0, stuck: Infinity };

function progressOf({ state, served }: Ask) {
  const found = state.reports.get(served.id) ?? { state: state.options.report ?? 'absent', polls: 0 };
  state.reports.set(served.id, found);
  return found;
}

/** STARTED, then INPROGRESS while it is made, then COMPLETE. */
export function generateReport(ask: Ask): Answer {
  const progress = progressOf(ask);
  if (progress.state === 'ready') return { output: { State: 'COMPLETE' } };
  if (progress.state !== 'making') {
    Object.assign(progress, { state: 'making', polls: polls[ask.state.options.report ?? 'absent'] });
    return { output: { State: 'STARTED', Description: 'No report exists. Starting a new report generation task' } };
  }
  progress.polls -= 1;
  if (progress.polls > 0) return { output: { State: 'INPROGRESS' } };
  progress.state = 'ready';
  return { output: { State: 'COMPLETE' } };
}

export function getReport(ask: Ask): Answer {
  const progress = progressOf(ask);
  if (progress.state === 'expired') throw new AwsError('ReportExpired', 410, 'The most recent credential report has expired. Generate a new one.');
  if (progress.state === 'making') {
    progress.polls -= 1;
    if (progress.polls >= 0) throw new AwsError('ReportInProgress', 404, 'The credential report is still being generated.');
    progress.state = 'ready';
  }
  if (progress.state !== 'ready') throw new AwsError('ReportNotPresent', 410, 'There is no credential report. Generate one.');
  return { output: { Content: Buffer.from(csvOf(ask.served)), ReportFormat: 'text/csv', GeneratedTime: timeOf(ask) } };
}

function timeOf({ served, state }: Ask): string {
  return served.snapshot.credentialReport?.generatedTime ?? state.now();
}

function csvOf({ snapshot }: Served): string {
  return snapshot.credentialReport ? reportCsv(snapshot.credentialReport) : '';
}
