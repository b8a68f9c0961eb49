import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { browserPack, librariesPack, type Pack } from './pack.ts';
import { readTar } from './tar.ts';

/** Names inside an unpacked folder. */
export const unpackedNames = { browser: 'chromium', libraries: 'lib' } as const;

/** Unpacks browser and libraries into an existing empty folder. Throws when a digest is not the known one. */
export async function unpackBrowser(packs: string, target: string): Promise<void> {
  await unpackLibraries(join(packs, librariesPack.file), join(target, unpackedNames.libraries));
  await unpackProgram(join(packs, browserPack.file), join(target, unpackedNames.browser));
}

async function unpackProgram(from: string, to: string): Promise<void> {
  const packed = createHash('sha256');
  const unpacked = createHash('sha256');
  await pipeline(
    createReadStream(from, { highWaterMark: 1 << 20 }),
    tap((chunk) => packed.update(chunk)),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    tap((chunk) => unpacked.update(chunk)),
    createWriteStream(to, { flags: 'wx', mode: 0o700 }),
  );
  expectDigests(browserPack, packed.digest('hex'), unpacked.digest('hex'));
}

async function unpackLibraries(from: string, folder: string): Promise<void> {
  const packed = await readFile(from);
  const packedSha256 = sha256(packed);
  // The tar is only read once it is known to be the right one.
  expectDigests(librariesPack, packedSha256, librariesPack.sha256);
  const archive = brotliDecompressSync(packed, { maxOutputLength: librariesPack.bytes });
  expectDigests(librariesPack, packedSha256, sha256(archive));
  await mkdir(folder, { mode: 0o700 });
  for (const { name, data } of readTar(archive)) await writeFile(join(folder, basename(name)), data, { flag: 'wx', mode: 0o600 });
}

function expectDigests(pack: Pack, packed: string, unpacked: string): void {
  if (packed === pack.packedSha256 && unpacked === pack.sha256) return;
  throw new Error(`${pack.file} is not the file this version knows (SHA-256 ${packed})`);
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function tap(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done): void {
      look(chunk);
      done(null, chunk);
    },
  });
}
