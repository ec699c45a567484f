import type { Board } from './board.ts';
import type { Colleagues } from './colleagues.ts';
import type { ConfigurationView } from './configuration-view.ts';
import type { Directory } from './directory.ts';
import type { IncidentReporting } from './incident-reporting.ts';
import type { Intake } from './intake.ts';
import type { SignIn } from './sign-in.ts';
import type { SwitchboardBoard } from './switchboard-board.ts';
import type { TabHost } from './tab-host.ts';
import type { Team } from './team.ts';

/** Everything the tab needs from outside. Adapters load on first use, not with the page. */
export interface TabPorts {
  host: TabHost;
  directory: Directory;
  intake: Intake;
  board: Board;
  signIn: SignIn;
  reporting: IncidentReporting;
  colleagues: Colleagues;
  configuration: ConfigurationView;
  switchboard: SwitchboardBoard;
  team: Team;
}
