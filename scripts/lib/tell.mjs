/** Prints the problems of a check and fails, or prints that there are none. */
export function tell(problems, summary) {
  for (const problem of problems) console.error(problem);
  console.log(`${summary}; ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  if (problems.length > 0) process.exitCode = 1;
}
