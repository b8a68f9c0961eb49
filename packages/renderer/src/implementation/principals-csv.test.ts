import { describe, expect, it } from 'vitest';
import { assessmentOf, roleProfileOf, subjectOf, userProfileOf } from '../render/assessment.test-helper.ts';
import { renderPrincipalsTable } from './principals-csv.ts';

const tableOf = (names: string[]) =>
  renderPrincipalsTable({
    assessment: assessmentOf({ subjects: names.map((name) => subjectOf('user', name)), profiles: names.map((_, index) => userProfileOf(index)) }),
  });

describe('the table of principals', () => {
  it('has a row for each principal in scope, and one of heads', () => {
    const subjects = [subjectOf('user', 'ana'), subjectOf('role', 'reader')];
    const { name, csv } = renderPrincipalsTable({ assessment: assessmentOf({ subjects, profiles: [userProfileOf(0), roleProfileOf(1)] }) });
    const lines = csv.split('\r\n');
    expect(name).toMatch(/^ACCT-002-principals-/);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('\ufeffAccount,Name,Type,ARN,Party,Function,What it may do,Console access,Active access keys,Last recorded use,Created');
    expect(lines[1]).toContain('ana,IAM user,');
    expect(lines[2]).toContain('reader,IAM role,');
    expect(lines[3]).toBe('');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('writes %j as text, so that no spreadsheet takes it for a formula', (name) => {
    const cell = tableOf([name]).csv.split('\r\n')[1]?.split(',')[1] ?? '';
    expect(cell.replaceAll('"', '').startsWith("'")).toBe(true);
  });

  it('quotes what would end a cell or a row', () => {
    expect(tableOf(['a,"b"\r\nc']).csv).toMatch(/,"a,""b""\s+c",IAM user/);
  });

  it('is the same bytes each time, and holds nothing but heads without principals', () => {
    expect(tableOf(['a', 'b'])).toEqual(tableOf(['a', 'b']));
    expect(tableOf([]).csv.split('\r\n')).toHaveLength(2);
  });
});
