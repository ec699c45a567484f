import type { ClientSettings } from '../application/client-settings.ts';
import type { Colleagues } from '../application/ports/colleagues.ts';
import type { EvidenceUpload } from '../application/ports/evidence-upload.ts';
import type { TabPorts } from '../application/ports/tab-ports.ts';
import { chatScopes, scopesFor, tabScopes } from '../m365/auth/scopes.ts';
import { createBoard } from '../m365/board/security-board.ts';
import { createColleagueChat } from '../m365/chats/colleague-chat.ts';
import { createDirectory } from '../m365/directory/person-directory.ts';
import { createEvidenceUpload } from '../m365/evidence-upload/evidence-upload.ts';
import { createGraph } from '../m365/graph/client.ts';
import { gatherReads } from '../m365/graph/gather-reads.ts';
import { createIntake } from '../m365/intake/person-intake.ts';
import { createConfigurationView } from '../m365/organisation/configuration-view.ts';
import { createServiceClient } from '../m365/service-client/service-client.ts';
import { createSwitchboardBoard } from '../m365/switchboard/person-switchboard.ts';
import { createTeamClient } from '../m365/team/team-client.ts';
import { createPageSignIn } from './page-sign-in.ts';

/** What loads with them; the host and what this device keeps are there before. */
export type TabAdapters = Omit<TabPorts, 'host' | 'reporting' | 'colleagues'> & {
  colleagues: Pick<Colleagues, 'ask'>;
  evidence: EvidenceUpload;
};

/** The part of the tab that loads after its first frame. */
export function createTabAdapters(settings: ClientSettings, hostReady: () => Promise<unknown>): TabAdapters {
  const signIn = createPageSignIn(settings, scopesFor(tabScopes, settings.tenant?.siteScope), hostReady);
  const graph = gatherReads(
    createGraph({ baseUrl: settings.graphBaseUrl, getToken: signIn.graphToken }),
    signIn.graphToken,
  );
  const chats = createGraph({ baseUrl: settings.graphBaseUrl, getToken: signIn.tokenFor(chatScopes) });
  const service = createServiceClient('', signIn.serviceToken);
  return {
    directory: createDirectory(graph),
    configuration: createConfigurationView(graph, {
      siteId: settings.site.id,
      listId: settings.configuration?.listId ?? 'Config',
      keepers: settings.configuration?.keepers ?? [],
    }),
    intake: createIntake(graph, settings.site, settings.tenant),
    board: createBoard(graph, service, settings.site, { now: () => new Date() }, undefined, settings.tenant),
    switchboard: createSwitchboardBoard(graph, settings.site, { now: () => new Date() }),
    colleagues: createColleagueChat(chats, signIn.personId),
    team: createTeamClient(service),
    evidence: createEvidenceUpload(service),
    signIn: { interactively: signIn.interactively, personId: signIn.personId },
  };
}
