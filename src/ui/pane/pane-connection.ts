import type { Outbox } from '../../application/ports/outbox.ts';
import type { PanePorts } from '../../application/ports/pane.ts';
import type { EmailReporting } from '../../application/report-email.ts';
import type { FlaggedView } from './flagged-view.tsx';
import type { PeopleSearch } from './people-search.tsx';
import type { ProgressView } from './progress-view.tsx';
import type { WhoIsTold } from './who-is-told.tsx';

/**
 * Parts nobody sees before the form. They come with the connection, in one piece: a part that had to be fetched when it
 * is needed could be missing just when the network is.
 */
export interface LaterViews {
  FlaggedView: typeof FlaggedView;
  PeopleSearch: typeof PeopleSearch;
  ProgressView: typeof ProgressView;
  WhoIsTold: typeof WhoIsTold;
}

/** Everything that arrives after the form: ports and use case. The form works without it, and waits for it to send. */
export interface PaneConnection {
  views: LaterViews;
  ports: PanePorts;
  reporting: EmailReporting;
  outbox: Outbox;
}
