import { type Bench, type Measurement, measured, percentile } from '../measurement.ts';
import type { RunningSystem } from '../system.ts';
import type { TenantControl } from '../tenant-control.ts';
import { storeReport } from './store-report.ts';

const refreshes = 100;
const patienceMs = 60_000;

interface Chat {
  messages: { id: string }[];
}

/**
 * How long our service takes to answer `adaptiveCard/action` as the bot channel sends it: signed, over HTTP, with what the
 * service reads of the register for it. Refreshes of the manager's card, and one "approve and forward" for each card.
 */
export async function measureCard({ system, control, runs, say }: Bench): Promise<Measurement[]> {
  const submissions: string[] = [];
  for (let number = 0; number < runs; number += 1) submissions.push(await storeReport(system, control, number));
  await cardsArrive(control, submissions.length);
  const refreshed: number[] = [];
  const [first = ''] = submissions;
  // The first answer fetches the channel's keys and the app's own token; that happens once a day.
  await answer(control, system, 'refresh', first);
  for (let turn = 0; turn < refreshes; turn += 1) refreshed.push(await answer(control, system, 'refresh', first));
  say(`  ${refreshes} refreshes`);
  const forwarded: number[] = [];
  for (const submission of submissions) forwarded.push(await answer(control, system, 'forwardToSecurity', submission));
  const all = [...refreshed, ...forwarded];
  const row = (name: string, times: number[], part: number, note: string, isBudget = false) =>
    measured({
      name,
      unit: 'ms',
      value: percentile(times, part),
      runs: times.length,
      ...(isBudget ? { budget: { of: 'value' as const, atMost: 500 } } : {}),
      note,
    });
  return [
    row('card.answer', all, 0.99, '99th percentile of all answers, from the channel’s request to its answer', true),
    row('card.answer.p50', all, 0.5, 'half of all answers'),
    row('card.answer.forward', forwarded, 0.5, 'median of "approve and forward", which writes the register'),
  ];
}

async function cardsArrive(control: TenantControl, wanted: number): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const chats = await control.send<Chat[]>('GET', '/sandbox/teams/chats?persona=manager&messages=200');
    if (chats.flatMap(({ messages }) => messages).length >= wanted) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The cards did not arrive.');
}

/** Milliseconds; throws when the answer is no card. The tenant's own part, signing the request, is counted too. */
async function answer(
  control: TenantControl,
  system: RunningSystem,
  verb: 'refresh' | 'forwardToSecurity',
  submissionId: string,
): Promise<number> {
  const data = { submissionId, cardVersion: 1, ...(verb === 'refresh' ? {} : { comment: 'I have spoken to them.' }) };
  const order = {
    persona: 'manager',
    app: system.settings.clientId,
    action: { type: 'Action.Execute', id: `${verb}:${submissionId}`, verb, data },
    trigger: verb === 'refresh' ? 'automatic' : 'manual',
  };
  const started = performance.now();
  const { answers } = await control.send<{ answers: { status?: number; body?: { type?: string } }[] }>(
    'POST',
    '/sandbox/bot/invoke',
    order,
  );
  const milliseconds = performance.now() - started;
  const [given] = answers;
  if (given?.status !== 200 || given.body?.type !== 'application/vnd.microsoft.card.adaptive') {
    throw new Error(`The card's action was answered with ${JSON.stringify(given).slice(0, 300)}`);
  }
  return milliseconds;
}
