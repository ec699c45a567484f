import type { Connector } from '../bot/connector.ts';
import type { Graph } from '../graph/client.ts';
import type { SharePointRest } from '../provisioning/sharepoint-rest.ts';

/** The tenant that is asked, and who asks. A person is null where no token of theirs was given. */
export interface CheckedTenant {
  /** With the service's own rights, by its certificate. */
  service: Graph;
  /** SharePoint's own REST of the site with the same rights. */
  serviceRest: SharePointRest;
  /** With the delegated token that the pages would have. `author` and `another` are two ordinary people. */
  people: { author: Graph | null; another: Graph | null; security: Graph | null };
  site: { id: string; lists: { intake: string; incidents: string } };
  bot: { connector: Connector; connectorUrl: string };
  /** Directory id of the person a message of the bot may go to; null tries none. */
  authorId: string | null;
  /** Address that notices leave from: the one mailbox that the service may open. */
  serviceMailbox: string;
  /** Address of a mailbox that the service must not be able to open; null tries none. */
  otherMailbox: string | null;
  /** A message above 25 MB, put there for this; null tries none. */
  largeMessage: { mailbox: string; id: string } | null;
  /** A shared mailbox that the author may write to; null tries none. */
  sharedMailbox: string | null;
}

export interface Seen {
  outcome: 'holds' | 'does not hold' | 'could not be tried';
  /** What the tenant did, in words. */
  seen: string;
}

/** One of the questions that Microsoft's pages leave open. */
export interface Question {
  id: string;
  question: string;
  /** What the product takes for granted. */
  assumption: string;
  /** What to set or do where it is otherwise. */
  otherwise: string;
  ask: (tenant: CheckedTenant) => Promise<Seen>;
}

export const notTried = (seen: string): Seen => ({ outcome: 'could not be tried', seen });

export const judged = (isRight: boolean, seen: string): Seen => ({
  outcome: isRight ? 'holds' : 'does not hold',
  seen,
});
