import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);

/** One compressed file of the bundled browser, and the digests of the file and of what it holds. */
export interface Pack {
  file: string;
  packedSha256: string;
  sha256: string;
  bytes: number;
}

// Of @sparticuz/chromium 147.0.0. Another version of the package is refused, never run unchecked.
export const bundledVersion = '147.0.0';

export const browserPack: Pack = {
  file: 'chromium.br',
  packedSha256: '64d813a054f76fc32b8010e305d87e6d7a45aa76ee02d36e66c03c8ca6667e8d',
  sha256: 'bf7d8699042e0e1768ee136c19cf666371f74a39c8b6cfb246d15b3aa18c30ce',
  bytes: 196_676_728,
};

export const librariesPack: Pack = {
  file: 'al2023.tar.br',
  packedSha256: '2e22542d8c66b83194172f4bbbef0a79b80bbeb99d69abf3962d85c1351f478d',
  sha256: '08698c1bd4ac01a1ce38d50bb63944145699496ffdb4fcc5260662dd9c5e6891',
  bytes: 3_194_880,
};

export const bundledRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** The folder with the compressed browser, or nothing when the optional package is not installed. */
export function findPackFolder(): string | undefined {
  try {
    // The package's exports hide package.json; its entry lies two folders below its root.
    return join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin');
  } catch {
    return undefined;
  }
}
