import type { DraftShelf } from '../../../src/application/ports/draft-shelf.ts';
import type { IncidentReporting } from '../../../src/application/ports/incident-reporting.ts';
import type { IncidentDraft } from '../../../src/application/report-incident-draft.ts';

/** What was handed over, in order. */
export interface HandedOver {
  submitted: IncidentDraft[];
  amended: IncidentDraft[];
  queries: { callAt: string; extension: string }[];
  read: { documentId: string; version: string }[];
  withdrawn: { submissionId: string; reason: string }[];
}

const prefix = 'fake-shelf.';

/** A shelf that outlives a reload of the page, as the device's does. `isBroken` stores nothing. */
function fakeShelf(isBroken: boolean): DraftShelf {
  const all = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as IncidentDraft);
  return {
    list: async () => all().sort((one, other) => other.startedAt.localeCompare(one.startedAt)),
    find: async (id) => all().find((draft) => draft.id === id) ?? null,
    save: async (draft) => {
      if (isBroken) throw new Error('This device stores nothing.');
      localStorage.setItem(prefix + draft.id, JSON.stringify(draft));
    },
    keeps: () => !isBroken,
    saveFile: async () => undefined,
    files: async () => [],
    removeFile: async () => undefined,
    remove: async (id) => localStorage.removeItem(prefix + id),
  };
}

/** Takes records as the device does: at once, whatever the network. `call` notes each call, and may throw. */
export function fakeReporting(
  handed: HandedOver,
  call: (name: string) => Promise<void>,
  isBroken: boolean,
): IncidentReporting {
  const shelf = fakeShelf(isBroken);
  return {
    shelf,
    preview: () => ({
      severity: 'standard',
      severityReasons: ['ordinary'],
      notices: [
        { role: 'security', urgency: 'first', reasons: [] },
        { role: 'lineManager', urgency: 'auto', reasons: [] },
        { role: 'hrPartner', urgency: 'auto', reasons: [] },
      ],
      forward: 'none',
      policeTask: 'none',
      boundary: 'default',
      support: 'offer',
      managerUnresolved: false,
      securityMandatory: true,
      explanation: { ruleIds: [], withheld: [] },
    }),
    attach: async (_draft, { bytes, ...picked }) => ({
      ...picked,
      id: crypto.randomUUID(),
      size: bytes.length,
      sha256: '0'.repeat(64),
      capturedAt: new Date().toISOString(),
    }),
    submit: async (draft) => {
      await call('submit');
      handed.submitted.push(structuredClone(draft));
      await shelf.remove(draft.id);
      return draft.id;
    },
    amend: async (draft) => {
      await call('amend');
      handed.amended.push(structuredClone(draft));
      return `${draft.id}-amended`;
    },
    withdraw: async (submissionId, reason) => {
      await call('withdraw');
      handed.withdrawn.push({ submissionId, reason });
      return submissionId;
    },
    askSwitchboard: async (query) => {
      await call('askSwitchboard');
      handed.queries.push(query);
      return '0123456789ABCDEFGHJKMNPQRS';
    },
    markRead: async (document) => {
      await call('markRead');
      handed.read.push(document);
    },
    readDocuments: async (documents) =>
      documents.filter(({ documentId, version }) =>
        handed.read.some((each) => each.documentId === documentId && each.version === version),
      ),
    views: async () => [],
    onChange: () => () => undefined,
    keeps: () => !isBroken,
    hurry: () => undefined,
    dismiss: async () => undefined,
  };
}
