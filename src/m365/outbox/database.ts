const version = 1;

/**
 * Opens the database, making its stores on first use. Rejects where the browser stores nothing. `closed` hears of its end.
 * A database never gets another version: an older page that is still open could not open it any more. What needs other stores
 * takes a database of its own.
 */
export function openDatabase(name: string, stores: readonly string[], closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
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

export function read<T>(database: IDBDatabase, store: string, key: string): Promise<T | undefined> {
  return settle(database.transaction(store, 'readonly').objectStore(store).get(key) as IDBRequest<T | undefined>);
}

/** Keys with their values, as they stood at one moment; all of the store's, or those of a range. */
export async function readAll<T>(database: IDBDatabase, store: string, range?: IDBKeyRange): Promise<[string, T][]> {
  const place = database.transaction(store, 'readonly').objectStore(store);
  const [keys, values] = await Promise.all([
    settle(place.getAllKeys(range) as IDBRequest<string[]>),
    settle(place.getAll(range) as IDBRequest<T[]>),
  ]);
  return keys.map((key, index) => [key, values[index] as T]);
}

export function readKeys(database: IDBDatabase, store: string, range: IDBKeyRange): Promise<string[]> {
  const place = database.transaction(store, 'readonly').objectStore(store);
  return settle(place.getAllKeys(range) as IDBRequest<string[]>);
}

/** Keys that begin with `<id>/`. */
export function keysUnder(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);
}

/** Writes, and settles when it is on the disk (`strict`), or in the hands of the system, which loses it with the power only. */
export function write(
  database: IDBDatabase,
  stores: string[],
  work: (transaction: IDBTransaction) => void,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite', { durability });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The device refused to store it.'));
    work(transaction);
  });
}

/** Puts the value unless the key is taken; gives the value that stays. One transaction, so two windows cannot both win. */
export function addOnce<T>(database: IDBDatabase, store: string, key: string, value: T): Promise<T> {
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
