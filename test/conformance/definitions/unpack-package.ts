import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A published package, pinned by version and by the SHA-512 of its archive as the registry states it. */
export interface PinnedPackage {
  name: string;
  version: string;
  integrity: string;
}

/**
 * Fetches the package's archive with npm, holds it against its pinned hash, and unpacks it below `into`. Nothing of it
 * is installed or run: the definitions are read as text.
 */
export function unpackPackage(pinned: PinnedPackage, into: string): string {
  const folder = join(into, pinned.name.replace(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  const order = `${pinned.name}@${pinned.version}`;
  const file = execFileSync('npm', ['pack', order, '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  const archive = join(folder, file.trim().split('\n').at(-1) ?? '');
  const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (hash !== pinned.integrity) throw new Error(`${order} has the hash ${hash}, and ${pinned.integrity} is pinned.`);
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  return join(folder, 'package');
}
