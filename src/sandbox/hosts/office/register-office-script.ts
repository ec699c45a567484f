import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SandboxApp } from '../../http.ts';

const builtScript = fileURLToPath(new URL('../../../../dist/sandbox/office.js', import.meta.url));

/** `/office.js`: loaded as a classic script, as the real one is, so nothing of the bundle may leak into the page's globals. */
export function registerOfficeScript(app: SandboxApp, file: string = builtScript): void {
  app.get('/office.js', async (c) => {
    const script = await readFile(file, 'utf8').catch(() => null);
    const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' };
    if (script === null) {
      return c.body('throw new Error("Build the host pages first: npx vite build --mode sandbox");', 503, headers);
    }
    return c.body(`(() => {\n${script}\n})();\n`, 200, headers);
  });
}
