import type { ClientSettings } from '../../../src/application/client-settings.ts';
import { newAdditionEntry, newIncidentEntry } from '../../../src/application/outbox/incident-entry.ts';
import { doneStep, failedStep, startedStep } from '../../../src/application/outbox/step-outcome.ts';
import type { DraftShelf } from '../../../src/application/ports/draft-shelf.ts';
import type { IncidentReporting, ReportingView } from '../../../src/application/ports/incident-reporting.ts';
import type { TextShelf } from '../../../src/application/ports/text-shelf.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import type { IncidentDraft } from '../../../src/application/report-incident-draft.ts';
import { previewIncident, previewRules } from '../../../src/application/report-preview.ts';

/** What was handed over, in order. */
export interface HandedOver {
  submitted: IncidentDraft[];
  amended: IncidentDraft[];
  queries: { callAt: string; extension: string }[];
  read: { documentId: string; version: string }[];
  withdrawn: { submissionId: string; reason: string }[];
  answers: { submissionId: string; questionId: string; text: string }[];
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

/** Texts that outlive a reload of the page. */
function fakeTexts(isBroken: boolean): TextShelf {
  const place = (key: string) => `fake-texts.${key}`;
  return {
    find: async (key) => localStorage.getItem(place(key)),
    save: async (key, text) => {
      if (isBroken) throw new Error('This device stores nothing.');
      if (text.trim() === '') localStorage.removeItem(place(key));
      else localStorage.setItem(place(key), text);
    },
    remove: async (key) => localStorage.removeItem(place(key)),
  };
}

/** Takes records as the device does: at once, whatever the network. `call` notes each call, and may throw. */
export function fakeReporting(
  handed: HandedOver,
  call: (name: string) => Promise<void>,
  isBroken: boolean,
  /** The organisation's own rules, where a test is about who is told. */
  rules: ClientSettings | null = null,
  /** The network: without it nothing arrives. */
  isOffline = false,
): IncidentReporting {
  const shelf = fakeShelf(isBroken);
  const views: ReportingView[] = [];
  const listeners = new Set<(view: ReportingView) => void>();
  const pressed = { reporterId: null, profile: null, createdAt: '2026-11-10T10:05:00.000Z' };
  const now = new Date('2026-11-10T10:05:01.000Z');
  const keep = (entry: ReportingView['entry']) => {
    const step = startedStep(entry.steps.recorded, now);
    const recorded = isOffline
      ? failedStep(step, new RemoteError('offline', 'No network.'), now, 0)
      : doneStep(step, now.toISOString());
    const steps = { ...entry.steps, recorded };
    const view = { entry: { ...entry, steps }, isElsewhere: false, isForeign: false };
    views.push(view);
    for (const listener of listeners) listener(view);
  };
  return {
    shelf,
    texts: fakeTexts(isBroken),
    preview: (draft, known) =>
      rules
        ? previewIncident(draft, known, previewRules(rules), new Date())
        : {
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
          },
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
      keep(newIncidentEntry(draft, pressed));
      return draft.id;
    },
    amend: async (draft, note) => {
      await call('amend');
      handed.amended.push(structuredClone(draft));
      await shelf.remove(draft.id);
      const content = { kind: 'amendment' as const, amendmentId: 'a', draft, note, amendedAt: pressed.createdAt };
      keep(newAdditionEntry({ id: `${draft.id}-amended`, submissionId: draft.id, content }, pressed));
      return `${draft.id}-amended`;
    },
    withdraw: async (submissionId, reason) => {
      await call('withdraw');
      handed.withdrawn.push({ submissionId, reason });
      return submissionId;
    },
    answer: async (submissionId, questionId, text) => {
      await call('answer');
      handed.answers.push({ submissionId, questionId, text });
      const entry = { schema: 1 as const, submissionId, questionId, text, answeredAt: pressed.createdAt };
      const id = `answer-${submissionId}-${questionId}`;
      keep(newAdditionEntry({ id, submissionId, content: { kind: 'answer', entry } }, pressed));
      return id;
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
    views: async () => views,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keeps: () => !isBroken,
    hurry: () => undefined,
    dismiss: async () => undefined,
  };
}
