import type { ReviewIncident } from '../../application/review-incident.ts';
import type { StandIns } from '../../application/stand-ins.ts';
import type { AlertDesk } from '../../application/team/alert-desk.ts';
import type { StatementDesk } from '../../application/team/statement-desk.ts';
import type { TeamDesk } from '../../application/team/team-desk.ts';
import type { CallParts } from './person-call.ts';

export interface TeamParts extends CallParts {
  team: TeamDesk;
  review: ReviewIncident;
  statements: StatementDesk;
  alerts: AlertDesk;
  standIns: StandIns;
}
