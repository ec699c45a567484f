const version = 1;
export type StoreName = 'keys' | 'entries' | 'bytes';

/** Opens the database, making its stores on first use. Rejects where the browser stores nothing. `closed` hears of its end. */
export function openDatabase(name: string, closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of ['keys', 'entries', 'bytes'] satisfies StoreName[]) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // Another window wants a newer version: let it.
      request.result.onversionchange = () => {
        request.result.close();
        closed();
      };
      request.result.onclose = closed;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('The database did not open.'));
    request.onblocked = () => reject(new Error('Another window holds an older database.'));
  });
}

export function read<T>(database: IDBDatabase, store: StoreName, key: string): Promise<T | undefined> {
  return settle(database.transaction(store, 'readonly').objectStore(store).get(key) as IDBRequest<T | undefined>);
}

/** Keys with their values, as they stood at one moment. */
export async function readAll<T>(database: IDBDatabase, store: StoreName): Promise<[string, T][]> {
  const place = database.transaction(store, 'readonly').objectStore(store);
  const [keys, values] = await Promise.all([
    settle(place.getAllKeys() as IDBRequest<string[]>),
    settle(place.getAll() as IDBRequest<T[]>),
  ]);
  return keys.map((key, index) => [key, values[index] as T]);
}

/** Writes, and settles when it is on the disk and not only in the queue. */
export function write(
  database: IDBDatabase,
  stores: StoreName[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The device refused to store it.'));
    work(transaction);
  });
}

/** Puts the value unless the key is taken; gives the value that stays. One transaction, so two windows cannot both win. */
export function addOnce<T>(database: IDBDatabase, store: StoreName, key: string, value: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    let kept = value;
    const existing = transaction.objectStore(store).get(key) as IDBRequest<T | undefined>;
    existing.onsuccess = () => {
      if (existing.result === undefined) transaction.objectStore(store).put(value, key);
      else kept = existing.result;
    };
    transaction.oncomplete = () => resolve(kept);
    transaction.onabort = () => reject(transaction.error ?? new Error('The device refused to store it.'));
  });
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The device did not give it.'));
  });
}
