import { DeviceShelf } from '../../src/application/device-shelf.ts';
import { type IncidentDraft, newIncidentDraft } from '../../src/application/report-incident-draft.ts';
import { openIndexedDbStore } from '../../src/m365/outbox/indexed-db-store.ts';

/** What the bench calls in the page: so many saves, one after the other. Settles when the last is stored. */
export interface AutosavePage {
  sealed(saves: number): Promise<void>;
  unsealed(saves: number): Promise<void>;
  /** Characters of the draft's JSON. */
  length: number;
}

/** A bomb call as it is after a quarter of an hour: every box written in, sixty notes. */
function fullDraft(): IncidentDraft {
  const at = '2026-11-20T10:00:00.000Z';
  const draft = newIncidentDraft({
    id: '0123456789ABCDEFGHJKMNPQRS',
    situation: 'call',
    kind: 'bombThreat',
    phase: 'live',
    language: 'cy',
    now: at,
  });
  const words = 'Dywedodd y byddai’r ddyfais yn ffrwydro am hanner dydd. ';
  return {
    ...draft,
    facts: words.repeat(40),
    account: {
      ...draft.account,
      verbatim: words.repeat(40),
      notes: Array.from({ length: 60 }, () => ({ at, text: words.repeat(6) })),
      steps: Array.from({ length: 30 }, (_, index) => ({ stepId: `step-${index}`, at })),
    },
  };
}

async function plainDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('plain', 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore('drafts');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

const store = await openIndexedDbStore();
const shelf = new DeviceShelf(Promise.resolve(store.drafts), { now: () => new Date() }, () => 'somebody');
const plain = await plainDatabase();
const draft = fullDraft();

const page: AutosavePage = {
  length: JSON.stringify(draft).length,
  sealed: async (saves) => {
    for (let save = 0; save < saves; save += 1) await shelf.save({ ...draft, startedAt: String(save) });
  },
  unsealed: async (saves) => {
    for (let save = 0; save < saves; save += 1) {
      const transaction = plain.transaction('drafts', 'readwrite', { durability: 'relaxed' });
      transaction.objectStore('drafts').put(JSON.stringify({ ...draft, startedAt: String(save) }), draft.id);
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
    }
  },
};
Object.assign(globalThis, { autosave: page });
