import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { buildPages } from '../src/main/start/build-pages.ts';

/** `npm run check:sizes`: builds the pages where they are missing, and holds them to the budgets in `package.json`. */
const root = resolve(import.meta.dirname, '..');
if (!existsSync(join(root, 'dist/client/pane.html'))) await buildPages(root, console.log);
const manifest = createRequire(import.meta.url).resolve('size-limit/package.json');
const { status } = spawnSync(process.execPath, [join(dirname(manifest), 'bin.js')], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
