/** How to get a browser. */
export interface BrowserOptions {
  /** Path of the browser to use; no other is tried. */
  browser?: string;
  /** Folder for the unpacked browser; the default is private to the user. */
  cacheFolder?: string;
  /** The longest that starting the browser, or printing one document, may take. */
  timeoutMs?: number;
}

export interface PrintOptions extends BrowserOptions {
  maxPages?: number;
  maxBytes?: number;
}

export const defaultLimits = { maxPages: 40, maxBytes: 4_500_000 } as const;

export const defaultTimeoutMs = 60_000;
