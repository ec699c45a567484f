import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** What the container image holds of ours, beside Node: `Containerfile`'s COPY lines, in a folder. */
export interface ImageFolder {
  path: string;
  /** Unpacked. */
  bytes: number;
  /** As a registry sends it: one layer, gzip. */
  layerBytes: number;
  remove(): Promise<void>;
}

/** The pages must be built (`dist/client`); the service is built into the folder. */
export async function makeImageFolder(): Promise<ImageFolder> {
  const path = await mkdtemp(join(tmpdir(), 'urddas-image-'));
  const service = join(path, 'dist/service');
  await build({ root, mode: 'service', logLevel: 'error', build: { outDir: service, emptyOutDir: true } });
  const isKept = (file: string) => !file.endsWith('.map');
  await cp(join(root, 'dist/client'), join(path, 'dist/client'), { recursive: true, filter: isKept });
  return {
    path,
    bytes: await bytesIn(path),
    layerBytes: layerOf(path),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Bytes of the packages that the sources would need beside them. */
export const packageBytes = () => bytesIn(join(root, 'node_modules'));

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function layerOf(folder: string): number {
  const { stdout, status, stderr } = spawnSync('tar', ['-czf', '-', '-C', folder, '.'], { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`tar ended with ${status}: ${stderr}`);
  return stdout.length;
}
