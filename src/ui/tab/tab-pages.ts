import { lazyPage } from './lazy-page.tsx';

/** The pages behind the first screen: none of them is fetched before somebody can tap. */
export const helper = lazyPage(async () => (await import('./helper/helper-page.tsx')).HelperPage);
export const record = lazyPage(async () => (await import('./record/record-page.tsx')).RecordPage);
export const print = lazyPage(async () => (await import('./print/print-page.tsx')).PrintPage);
export const myReports = lazyPage(async () => (await import('./my-reports/my-reports.tsx')).MyReports);
export const team = lazyPage(async () => (await import('./team/team-page.tsx')).TeamPage);
export const absences = lazyPage(async () => (await import('./team/absences/absences-page.tsx')).AbsencesPage);
export const teamRecord = lazyPage(async () => (await import('./team/record/team-record-page.tsx')).TeamRecordPage);
export const statement = lazyPage(async () => (await import('./statement/statement-page.tsx')).StatementPage);
export const securityList = lazyPage(async () => (await import('./security-list/security-list.tsx')).SecurityList);
export const guidance = lazyPage(async () => (await import('./guidance/guidance-page.tsx')).GuidancePage);
export const switchboard = lazyPage(async () => (await import('./switchboard/switchboard-page.tsx')).SwitchboardPage);
export const incident = lazyPage(async () => (await import('./incident/incident-page.tsx')).IncidentPage);
export const configuration = lazyPage(
  async () => (await import('./configuration/configuration-page.tsx')).ConfigurationPage,
);
