import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What an administrator writes while installing, as the guides name it; seen from the folder of the repository. */
const written = [
  ...['request.json', 'site.json', 'settings.json', 'tenant.json', 'my.env', 'packages', 'key.pem', 'certificate.pem'],
  ...['infra/my.bicepparam', 'infra/site.json'],
];

it('What an installation writes is in no commit, no image and no lint, and stands in the guides', () => {
  const guides = ['install', 'provisioning', 'proof'].map((name) => readFileSync(`docs/${name}.md`, 'utf8')).join();
  for (const file of written) expect(guides).toContain(file.split('/').at(-1));
  for (const file of ['.gitignore', '.containerignore']) {
    const ignored = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''));
    expect(ignored, file).toEqual(expect.arrayContaining(written));
  }
  const { vcs } = JSON.parse(readFileSync('biome.json', 'utf8')) as { vcs?: { useIgnoreFile?: boolean } };
  expect(vcs?.useIgnoreFile).toBe(true);
});
