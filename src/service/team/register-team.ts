import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ReviewIncident } from '../../application/review-incident.ts';
import type { StandIns } from '../../application/stand-ins.ts';
import type { AlertDesk } from '../../application/team/alert-desk.ts';
import type { StatementDesk } from '../../application/team/statement-desk.ts';
import type { TeamDesk } from '../../application/team/team-desk.ts';
import { type CallParts, largestCall } from './person-call.ts';
import { registerAbsences } from './register-absences.ts';
import { registerRecords } from './register-records.ts';
import { registerStatements } from './register-statements.ts';

export interface TeamParts extends CallParts {
  team: TeamDesk;
  review: ReviewIncident;
  statements: StatementDesk;
  alerts: AlertDesk;
  standIns: StandIns;
}

/** What managers, their substitutes and people who were there read and do, with their own tokens. Model 6, BEH-5.1-1, BEH-8.5-1 */
export function registerTeam(app: Hono, parts: TeamParts): void {
  app.use('/api/team/*', bodyLimit({ maxSize: largestCall }));
  registerRecords(app, parts);
  registerStatements(app, parts);
  registerAbsences(app, parts);
}
