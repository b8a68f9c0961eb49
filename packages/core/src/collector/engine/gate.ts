/** Lets so many through at a time, fewer while AWS throttles, and again more as answers come. */
export class Gate {
  private readonly most: number;
  private limit: number;
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(most: number) {
    this.most = most;
    this.limit = most;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < Math.floor(this.limit)) this.inside += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.inside -= 1;
      this.letIn();
    }
  }

  /** AWS said that it is too much. */
  slow(): void {
    this.limit = Math.max(1, this.limit / 2);
  }

  /** AWS answered: one more at a time once as many have gone well as are let in. */
  speed(): void {
    this.limit = Math.min(this.most, this.limit + 1 / this.limit);
  }

  /** Whoever is woken is counted at once, so that nobody slips in before. */
  private letIn(): void {
    while (this.inside < Math.floor(this.limit)) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.inside += 1;
      next();
    }
  }
}

/** The results of work on each entry, in their order, with so many at work at a time. */
export async function mapSome<T, R>(list: readonly T[], most: number, work: (entry: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = list.entries();
  const worker = async () => {
    for (const [index, entry] of queue) results[index] = await work(entry);
  };
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, worker));
  return results;
}
