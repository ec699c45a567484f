import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type {
  Account,
  AssaultRecord,
  BombRecord,
  CallRecord,
  OtherParty,
  VisitorRecord,
  WelfareRecord,
} from '../../../domain/incident/account.ts';
import { emptyBomb, emptyCall, emptyWelfare } from '../../../domain/incident/empty-account.ts';

/** A place in a draft where an answer stands. `set` gives the draft with another answer there. */
export interface Spot<T> {
  get(draft: IncidentDraft): T;
  set(draft: IncidentDraft, value: T): IncidentDraft;
}

/** A spot inside the part that another spot holds. */
function within<P, K extends keyof P>(part: Spot<P>, key: K): Spot<P[K]> {
  return {
    get: (draft) => part.get(draft)[key],
    set: (draft, value) => part.set(draft, { ...part.get(draft), [key]: value }),
  };
}

/** A part that may be missing; answering one of its questions makes it. */
function orEmpty<P>(part: Spot<P | null>, empty: P): Spot<P> {
  return { get: (draft) => part.get(draft) ?? empty, set: part.set };
}

const account: Spot<Account> = {
  get: (draft) => draft.account,
  set: (draft, value) => ({ ...draft, account: value }),
};
const noVisitor: VisitorRecord = { visitor: '', expectedOn: null, siteId: null, concern: '' };
const noAssault: AssaultRecord = {
  degree: 'attempt',
  injured: false,
  injuryNote: '',
  absentFrom: null,
  absentTo: null,
};

const call = orEmpty(within(account, 'call'), emptyCall());
const bomb = orEmpty(within(account, 'bomb'), emptyBomb());
const welfare = orEmpty(within(account, 'welfare'), emptyWelfare());
const visitor = orEmpty(within(account, 'visitor'), noVisitor);
const assault = orEmpty(within(account, 'assault'), noAssault);
const place = within(account, 'place');
const otherParty = within(account, 'otherParty');

export const inDraft = <K extends keyof IncidentDraft>(key: K): Spot<IncidentDraft[K]> => ({
  get: (draft) => draft[key],
  set: (draft, value) => ({ ...draft, [key]: value }),
});
export const inAccount = <K extends keyof Account>(key: K): Spot<Account[K]> => within(account, key);
export const inCall = <K extends keyof CallRecord>(key: K): Spot<CallRecord[K]> => within(call, key);
export const inBomb = <K extends keyof BombRecord>(key: K): Spot<BombRecord[K]> => within(bomb, key);
export const inWelfare = <K extends keyof WelfareRecord>(key: K): Spot<WelfareRecord[K]> => within(welfare, key);
export const inVisitor = <K extends keyof VisitorRecord>(key: K): Spot<VisitorRecord[K]> => within(visitor, key);
export const inAssault = <K extends keyof AssaultRecord>(key: K): Spot<AssaultRecord[K]> => within(assault, key);
export const inPlace = <K extends keyof Account['place']>(key: K): Spot<Account['place'][K]> => within(place, key);
export const inOtherParty = <K extends keyof OtherParty>(key: K): Spot<OtherParty[K]> => within(otherParty, key);

/** Whether there was an assault at all, and how bad: without an answer there is no record of one. POL-4.3-1 */
export const assaultDegree: Spot<AssaultRecord['degree'] | null> = {
  get: (draft) => draft.account.assault?.degree ?? null,
  set: (draft, degree) =>
    inAccount('assault').set(draft, degree === null ? null : { ...(draft.account.assault ?? noAssault), degree }),
};
