import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `release` when the process is about to end early. Gives back the function that ends the watch. */
export function guardProcess(release: () => void): () => void {
  const end = (): void => {
    process.off('exit', release);
    for (const signal of signals) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    end();
    // Where nobody else listens, the signal does what it would have done without us.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  process.on('exit', release);
  for (const signal of signals) process.on(signal, onSignal);
  return end;
}
