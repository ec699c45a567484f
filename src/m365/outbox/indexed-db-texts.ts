import type { KeptText, TextStore } from '../../application/ports/text-shelf.ts';
import { read, readAll, write } from './database.ts';
import { sealedDatabase } from './sealed-database.ts';
import { type Sealed, sealJson, unsealJson } from './sealing.ts';

const place = 'texts';

/** Texts in a database of their own, sealed with a key of its own. Rejects where the browser stores nothing. X-OFF-1 */
export async function openIndexedDbTexts(name = 'urddas-texts'): Promise<TextStore> {
  const opened = sealedDatabase(name, [place]);
  await opened();
  return {
    async all() {
      const { database, key } = await opened();
      const rows = await readAll<Sealed>(database, place);
      const found = await Promise.all(
        rows.map(async ([name, sealed]) => [name, await unsealJson<KeptText>(key, sealed).catch(() => null)] as const),
      );
      return found.flatMap(([name, kept]) => (kept ? [[name, kept]] : []));
    },
    async find(name) {
      const { database, key } = await opened();
      const sealed = await read<Sealed>(database, place, name);
      return sealed ? unsealJson<KeptText>(key, sealed).catch(() => null) : null;
    },
    async put(name, kept) {
      const { database, key } = await opened();
      const sealed = await sealJson(key, kept);
      await write(database, [place], (it) => it.objectStore(place).put(sealed, name), 'relaxed');
    },
    async drop(name) {
      const { database } = await opened();
      await write(database, [place], (it) => it.objectStore(place).delete(name));
    },
  };
}
