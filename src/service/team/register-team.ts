import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { largestCall } from './person-call.ts';
import { registerAbsences } from './register-absences.ts';
import { registerRecords } from './register-records.ts';
import { registerStatements } from './register-statements.ts';
import type { TeamParts } from './team-parts.ts';

/** What managers, their substitutes and people who were there read and do, with their own tokens. Model 6, BEH-5.1-1, BEH-8.5-1 */
export function registerTeam(app: Hono, parts: TeamParts): void {
  app.use('/api/team/*', bodyLimit({ maxSize: largestCall }));
  registerRecords(app, parts);
  registerStatements(app, parts);
  registerAbsences(app, parts);
}
