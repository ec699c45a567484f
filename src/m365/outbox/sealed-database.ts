import { addOnce, openDatabase } from './database.ts';
import { createSealingKey } from './sealing.ts';

const keyName = 'sealing-key';
const keyStore = 'keys';

/** A database whose values are sealed, with the key they are sealed with. */
export interface SealedDatabase {
  database: IDBDatabase;
  key: CryptoKey;
}

/** Gives database and key, opened again when the browser closed it (site data cleared, a newer version elsewhere). */
export function sealedDatabase(name: string, stores: readonly string[]): () => Promise<SealedDatabase> {
  let present: Promise<SealedDatabase> | null = null;
  let lastKey: CryptoKey | null = null;
  const forget = () => {
    present = null;
  };
  async function open() {
    const database = await openDatabase(name, [keyStore, ...stores], forget);
    lastKey = await addOnce(database, keyStore, keyName, lastKey ?? (await createSealingKey()));
    return { database, key: lastKey };
  }
  return () => {
    present ??= open().catch((error: unknown) => {
      forget();
      throw error;
    });
    return present;
  };
}
