/** Where a browser comes from: named by the caller, from the npm package, fetched by us, or already on the system. */
export type BrowserSource = 'given' | 'bundled' | 'installed' | 'system';

export interface BrowserLocation {
  source: BrowserSource;
  path: string;
  /** Folder with shared libraries to add when the system lacks them. */
  libraries?: string;
}

/** Why a place gave no browser. */
export interface BrowserRefusal {
  source: BrowserSource;
  path?: string;
  reason: string;
}

/** What `inspectBrowser` found. `refusals` are the places that were tried before. */
export type BrowserReport =
  | {
      found: true;
      source: BrowserSource;
      path: string;
      /** As the browser tells it, e.g. `HeadlessChrome/147.0.7727.0`. */
      version: string;
      sandbox: boolean;
      /** Time from the start of the search until the browser answered. */
      startMs: number;
      refusals: readonly BrowserRefusal[];
    }
  | { found: false; refusals: readonly BrowserRefusal[]; hint: string };
