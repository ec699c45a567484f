import { randomBytes, randomUUID } from 'node:crypto';
import type { Meter } from '@opentelemetry/api';
import type { Hono } from 'hono';
import { assessmentSettings, clockSettings, ruleSource } from '../application/assessment-settings.ts';
import { CheckTrails } from '../application/check-trails.ts';
import { FileEvidence } from '../application/file-evidence.ts';
import { IncidentDesk } from '../application/incident-desk.ts';
import { KeepSubscriptions } from '../application/keep-subscriptions.ts';
import { siteNames } from '../application/organisation.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Measures } from '../application/ports/measures.ts';
import type { ServiceLog } from '../application/ports/service-log.ts';
import type { ServicePorts } from '../application/ports/service-ports.ts';
import type { SiteInspection } from '../application/ports/site-inspection.ts';
import { ReviewIncident } from '../application/review-incident.ts';
import { faultsOf } from '../application/site-findings.ts';
import { StandIns } from '../application/stand-ins.ts';
import { SwitchboardDesk } from '../application/switchboard-desk.ts';
import { amendmentTaker } from '../application/take-amendment.ts';
import { answerTaker } from '../application/take-answer.ts';
import { guidanceReadTaker } from '../application/take-guidance-read.ts';
import { TakeSubmissions } from '../application/take-submissions.ts';
import { withdrawalTaker } from '../application/take-withdrawal.ts';
import { AlertDesk } from '../application/team/alert-desk.ts';
import { StatementDesk } from '../application/team/statement-desk.ts';
import { TeamDesk } from '../application/team/team-desk.ts';
import { WatchSite } from '../application/watch-site.ts';
import { nextDueAt } from '../domain/deadlines/clocks.ts';
import { GraphAbsences } from '../m365/absences/absences.ts';
import { GraphAuditTrail } from '../m365/audit/audit-trail.ts';
import { createAppSignIn } from '../m365/auth/app-sign-in.ts';
import { TeamsCardChannel } from '../m365/bot/card-channel.ts';
import { Connector } from '../m365/bot/connector.ts';
import { createStaffDirectory } from '../m365/directory/staff-directory.ts';
import { GraphEvidenceLibrary } from '../m365/evidence-library/evidence-library.ts';
import { createGraph, type Graph } from '../m365/graph/client.ts';
import { namedRequests } from '../m365/graph/named-requests.ts';
import { createMailbox } from '../m365/mailbox/keyed-mailbox.ts';
import { GraphConfiguration } from '../m365/organisation/configuration.ts';
import { ServiceInspection } from '../m365/provisioning/service-inspection.ts';
import { createSharePointRest } from '../m365/provisioning/sharepoint-rest.ts';
import { GroupReaders } from '../m365/readers/readers.ts';
import { GraphRegister } from '../m365/register/register.ts';
import { GraphServiceIntake } from '../m365/service-intake/service-intake.ts';
import { GraphServiceState } from '../m365/state/service-state.ts';
import { GraphChangeNotices } from '../m365/subscriptions/change-notices.ts';
import { GraphSwitchboardList } from '../m365/switchboard/switchboard-list.ts';
import { GateHandler } from '../m365/throttling/gate-handler.ts';
import { RequestGate } from '../m365/throttling/request-gate.ts';
import { resourceNames } from '../m365/throttling/resource-names.ts';
import { buildServiceApp } from '../service/app.ts';
import { CardInvoke } from '../service/bot/card-invoke.ts';
import { ChannelTokenCheck } from '../service/bot/channel-token.ts';
import { ClockSkew } from '../service/clock-skew.ts';
import { AccessTokenCheck } from '../service/evidence/access-token.ts';
import { idleMeter, MeterMeasures } from '../service/measures.ts';
import { DeepLinks } from '../service/notices/deep-links.ts';
import { CatalogueNoticeWriter } from '../service/notices/notice-writer.ts';
import { OwnOrganisation } from '../service/own-organisation.ts';
import { readBuiltFiles } from '../service/pages/built-files.ts';
import { clientSettingsFrom } from '../service/pages/client-settings.ts';
import { ServiceWork, type WatchedList } from '../service/processing/service-work.ts';
import { type ServiceSettings, sharePointScopeOf } from '../service/settings.ts';
import type { StartGate } from '../service/site/start-gate.ts';
import { correlationOf, isWaitedFor, noteProgress, workScope } from '../service/work-context.ts';
import { termsCy } from '../words/terms.cy.ts';
import { termsEn } from '../words/terms.en.ts';

/** Whoever presses a button is told after this long that it did not work now; the channel itself waits little longer (facts 4.2). */
const patienceAtScreenMs = 3_000;

export interface Service {
  app: Hono;
  work: ServiceWork;
  desk: IncidentDesk;
  switchboard: SwitchboardDesk;
  standIns: StandIns;
}

export interface WiringOptions {
  clock?: Clock;
  /** How everything outside is reached; tests cut it. */
  fetch?: typeof fetch;
  /** How short waits between two requests are sat out, in milliseconds; a simulation has a time of its own. */
  wait?: (milliseconds: number) => Promise<void>;
  /** What measures go to; nowhere without it. */
  meter?: Meter;
  /** Stands in the service's place until the site is as it was made ready; without it nobody looks before the service begins. */
  gate?: StartGate;
}

/** Every outside thing the use cases need, by Microsoft Graph and the Bot Connector with the app's own tokens. */
export function connectPorts(
  settings: ServiceSettings,
  log: ServiceLog,
  outside: {
    clock: Clock;
    fetch: typeof fetch;
    wait: (milliseconds: number) => Promise<void>;
    /** Nothing is measured without it. */
    measures?: Measures;
  },
  organisation: ServicePorts['organisation'],
): { ports: ServicePorts; graph: Graph; site: SiteInspection } {
  const signIn = createAppSignIn(settings, outside.fetch);
  const { clock, fetch, wait } = outside;
  const getToken = signIn.tokensFor(settings.graphScope);
  const gate = new RequestGate({
    clock,
    wait,
    patienceMs: () => (isWaitedFor() ? patienceAtScreenMs : null),
    backgroundPatienceMs: (settings.leaseSeconds * 1000) / 2,
  });
  const graph = createGraph({
    baseUrl: settings.graphBaseUrl,
    getToken,
    fetch: namedRequests(fetch, settings.graphBaseUrl, correlationOf),
    wait,
    gate: new GateHandler(gate),
  });
  const { id: siteId, lists, evidenceDrives } = settings.site;
  const { bot } = settings;
  const state = new GraphServiceState(graph, { siteId, listId: lists.state });
  const connector = new Connector({
    botId: bot.id,
    tenantId: settings.tenantId,
    getToken: signIn.tokensFor(bot.scope),
    fetch,
    gate,
  });
  const readers = new GroupReaders(graph, settings.readers);
  const ports: ServicePorts = {
    clock,
    intake: new GraphServiceIntake(graph, { siteId, listId: lists.intake }),
    register: new GraphRegister(
      graph,
      { siteId, lists: { default: lists.incidents, hr: lists.incidentsHr }, clientId: settings.clientId },
      readers,
      (incident) => nextDueAt(incident, clockSettings(organisation())),
    ),
    audit: new GraphAuditTrail(graph, { siteId, lists: { default: lists.audit, hr: lists.auditHr } }),
    absences: new GraphAbsences(graph, { siteId, listId: lists.absences }),
    evidence: new GraphEvidenceLibrary(graph, evidenceDrives, fetch),
    cards: new TeamsCardChannel(connector, graph, state, {
      connectorUrl: bot.connectorUrl,
      teamsAppId: bot.teamsAppId,
      ...(settings.tenant.cardBytes && { cardBytes: settings.tenant.cardBytes }),
    }),
    mailbox: createMailbox(graph, { owner: settings.serviceMailbox, fetch, wait }),
    directory: createStaffDirectory(graph),
    state,
    switchboard: new GraphSwitchboardList(graph, { siteId, listId: lists.switchboard }),
    readers,
    writer: new CatalogueNoticeWriter(
      new DeepLinks(settings),
      () => siteNames(organisation()),
      () => ({ at: clock.now().toISOString(), clocks: clockSettings(organisation()) }),
    ),
    log,
    measures: outside.measures ?? new MeterMeasures(idleMeter()),
    scope: workScope,
    organisation,
    rules: (department) => assessmentSettings(ruleSource(organisation()), department),
  };
  return { ports, graph, site: inspectionFor(settings, graph, signIn, fetch) };
}

/** Puts the service together. Throws when the Config list cannot be used or the pages are not built. */
export async function wireService(
  settings: ServiceSettings,
  uncounted: ServiceLog,
  options: WiringOptions = {},
): Promise<Service> {
  const clock = options.clock ?? { now: () => new Date() };
  const measures = new MeterMeasures(options.meter ?? idleMeter());
  const log = measures.counting(uncounted);
  let own: OwnOrganisation | null = null;
  const skew = new ClockSkew(clock, log);
  const outside = {
    clock,
    measures,
    fetch: notingProgress(
      measures.measuring(
        skew.watching(options.fetch ?? globalThis.fetch.bind(globalThis)),
        resourceNames(settings.graphBaseUrl),
      ),
    ),
    wait: options.wait ?? ((milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))),
  };
  const { ports, graph, site } = connectPorts(settings, log, outside, () => {
    if (!own) throw new Error('The configuration has not been read yet.');
    return own.present;
  });
  const configuration = new GraphConfiguration(
    graph,
    { siteId: settings.site.id, listId: settings.site.lists.config },
    {
      isDemo: settings.demoNotice !== null,
      tolerate: (problems) =>
        log.warn('configurationIncomplete', { fields: problems.map(({ field }) => field).join(' ') }),
    },
  );
  let pageSettings: ReturnType<typeof clientSettingsFrom> | null = null;
  const load = () =>
    OwnOrganisation.load(configuration, log, (present) => {
      pageSettings = clientSettingsFrom(settings, present);
    });
  const { gate } = options;
  if (settings.tenant.guards === 'unseen') log.warn('siteGuardsUnseen');
  await gate?.pass(site, log);
  const organisation = await (gate ? gate.reach('configuration', log, load) : load());
  own = organisation;

  const owner = randomUUID();
  const deskOptions = { owner, leaseSeconds: settings.leaseSeconds };
  const desk = new IncidentDesk(ports, deskOptions);
  const switchboard = new SwitchboardDesk(ports, desk, deskOptions);
  const submissions = new TakeSubmissions(ports, desk, {
    amendment: amendmentTaker(ports, desk),
    withdrawal: withdrawalTaker(ports, desk),
    answer: answerTaker(ports, desk),
    guidanceRead: guidanceReadTaker(ports),
    switchboardQuery: switchboard.take,
  });
  const standIns = new StandIns(ports, desk);
  const trails = new CheckTrails(ports, owner);
  const watch = new WatchSite(ports, site, owner);
  const subscriptions = subscriptionsFor(settings, ports, graph);
  const work = new ServiceWork({
    ports,
    owner,
    desk,
    submissions,
    switchboard,
    standIns,
    trails,
    site: watch,
    subscriptions,
    refreshOrganisation: () => organisation.refresh(),
    settings,
  });
  const channelRules = {
    botId: settings.bot.id,
    openIdMetadataUrl: settings.bot.openIdMetadataUrl,
    allowedServiceUrls: settings.bot.allowedServiceUrls,
  };
  const accessRules = {
    issuer: settings.tokenIssuer,
    keysUrl: settings.tokenKeysUrl,
    tenantId: settings.tenantId,
    clientId: settings.clientId,
  };
  const tokens = new AccessTokenCheck(accessRules, clock, outside.fetch);
  const review = new ReviewIncident(ports, desk);
  const app = buildServiceApp({
    bot: {
      tokens: new ChannelTokenCheck(channelRules, clock, outside.fetch),
      invoke: new CardInvoke(ports, review),
      cards: ports.cards,
      log,
      tenantId: settings.tenantId,
    },
    evidence: {
      tokens,
      evidence: new FileEvidence(ports, desk, submissions),
      desk,
      ports,
    },
    tasks: { tokens, log, desk, ports },
    team: {
      tokens,
      log,
      team: new TeamDesk(ports, desk, standIns),
      review,
      statements: new StatementDesk(ports, desk),
      alerts: new AlertDesk(ports, desk),
      standIns,
    },
    trail: { tokens, log, desk, ports, trails },
    webhook: {
      clientState: () => subscriptions?.secret ?? null,
      wake: (resources) => work.wake(watchedLists(settings, resources)),
      log,
    },
    pages: {
      settings,
      files: await readBuiltFiles(settings.distDir),
      clientSettings: () => pageSettings ?? clientSettingsFrom(settings, organisation.present),
    },
    readiness: () => (work.readiness === 'ready' && skew.isTooGreat ? 'skewed' : work.readiness),
    siteFaults: () => faultsOf(watch.found),
    log,
    measures,
    mostInHand: settings.mostInHand,
    workInHand: () => desk.underWay,
  });
  return { app, work, desk, switchboard, standIns };
}

/** The site with the app's own rights: those on Graph, and for who may read what those on SharePoint itself. */
function inspectionFor(
  settings: ServiceSettings,
  graph: Graph,
  signIn: ReturnType<typeof createAppSignIn>,
  send: typeof fetch,
): SiteInspection {
  const { site, tenantId, tenant } = settings;
  const getToken = signIn.tokensFor(sharePointScopeOf(settings));
  const { intake, incidents, incidentsHr, audit, auditHr, switchboard, absences, state, config } = site.lists;
  return new ServiceInspection(
    graph,
    tenant.guards === 'unseen' ? null : createSharePointRest(site.url, getToken, send),
    {
      id: site.id,
      tenantId,
      groups: site.groups,
      listIds: {
        ...{ Intake: intake, Incidents: incidents, IncidentsHR: incidentsHr, Audit: audit, AuditHR: auditHr },
        ...{ SwitchboardQueries: switchboard, Absences: absences, State: state, Config: config },
      },
      terms: { en: termsEn, cy: termsCy },
    },
  );
}

/** The lists that were named; all where one is none of ours, or not named. */
function watchedLists({ site }: ServiceSettings, resources: readonly (string | null)[]): WatchedList[] | undefined {
  const { intake, incidents, incidentsHr, switchboard } = site.lists;
  const ours = Object.entries({ intake, incidents, incidentsHr, switchboard }) as [WatchedList, string][];
  const named = resources.map((resource) => ours.find(([, id]) => resource?.endsWith(`/lists/${id}`))?.[0]);
  return named.some((name) => name === undefined) ? undefined : (named as WatchedList[]);
}

/** Every answer is a sign that the run which asked for it goes on. */
function notingProgress(send: typeof fetch): typeof fetch {
  return async (...request) => {
    try {
      return await send(...request);
    } finally {
      noteProgress();
    }
  };
}

function subscriptionsFor(settings: ServiceSettings, ports: ServicePorts, graph: Graph): KeepSubscriptions | null {
  if (settings.webhookOrigin === null) return null;
  const { intake, incidents, incidentsHr, switchboard } = settings.site.lists;
  return new KeepSubscriptions(
    ports,
    new GraphChangeNotices(graph, ports.clock, settings.site.id),
    { url: `${settings.webhookOrigin}/api/notifications`, lists: [intake, incidents, incidentsHr, switchboard] },
    () => randomBytes(32).toString('base64url'),
  );
}
