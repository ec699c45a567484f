import type { Incident } from '../domain/incident/incident.ts';
import type { CardPlace } from './ports/card-channel.ts';
import type { IncidentWork, RegisterRow } from './ports/register.ts';

/**
 * The row with everything owed once more that can be shown over what is newer: receipts and cards carry no version that the other side
 * would compare, so whoever was slow, or was taken for dead, may have written over what somebody else wrote since. Cards that lie where
 * none may lie, or beside the one we know of, are taken away. All of it changes nothing where nothing was wrong. X-IDEM-1
 */
export function owedAgain(row: RegisterRow): RegisterRow {
  const { incident, work } = row;
  const known = new Set(work.owesRemovals.map(identityOf));
  const strays = straysOf(incident).filter((each) => !known.has(identityOf(each)));
  return {
    ...row,
    work: { ...work, owesReceipts: true, owesRedraw: true, owesRemovals: [...work.owesRemovals, ...strays] },
  };
}

type Removal = IncidentWork['owesRemovals'][number];

/** Of everybody whose card is sent, or was withheld: whatever else lies there under our key. */
function straysOf({ deliveries, reportedAt: since }: Incident): Removal[] {
  return deliveries.flatMap(({ channel, state, to, remoteId }): Removal[] => {
    if (channel !== 'card') return [];
    if (state === 'suppressed') return [{ to, remoteId: null, since }];
    if (state !== 'sent' || remoteId === null) return [];
    return [{ to, remoteId: null, since, except: (JSON.parse(remoteId) as CardPlace).activityId }];
  });
}

function identityOf({ to, remoteId, except }: Removal): string {
  return `${to} ${remoteId} ${except ?? ''}`;
}
