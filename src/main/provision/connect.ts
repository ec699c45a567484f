import { setTimeout as sleep } from 'node:timers/promises';
import { createAdministratorSignIn } from '../../m365/auth/administrator-sign-in.ts';
import type { GetToken } from '../../m365/graph/authorization.ts';
import { createGraph, type Graph } from '../../m365/graph/client.ts';
import { patientGraph, patientRest, type Say } from '../../m365/provisioning/patience.ts';
import { createSharePointRest, type SharePointRest } from '../../m365/provisioning/sharepoint-rest.ts';
import type { ReadRequest } from './read-request.ts';

/** Where a tenant answers. */
interface Addresses {
  graph: string;
  graphScope: string;
  sharePoint: string;
  sharePointScope: string;
  authority: string;
  authorityReachedAt: string | null;
}

function addressesOf({ request }: ReadRequest, standIn: string | null): Addresses {
  if (standIn !== null) {
    const authority = `${standIn}/login/${request.tenantId}`;
    return {
      graph: `${standIn}/graph/v1.0`,
      graphScope: `${standIn}/graph/Sites.FullControl.All`,
      sharePoint: standIn,
      sharePointScope: `${standIn}/sites/AllSites.FullControl`,
      // msal takes https only; the same address is reached over http.
      authority: authority.replace(/^http:/, 'https:'),
      authorityReachedAt: authority,
    };
  }
  const sharePoint = `https://${request.hostname}`;
  return {
    graph: 'https://graph.microsoft.com/v1.0',
    graphScope: 'https://graph.microsoft.com/Sites.FullControl.All',
    sharePoint,
    sharePointScope: `${sharePoint}/AllSites.FullControl`,
    authority: `https://login.microsoftonline.com/${request.tenantId}`,
    authorityReachedAt: null,
  };
}

/** Graph and SharePoint with an administrator's rights: by tokens in the environment where both are there, else by a sign-in. */
export function connect(
  read: ReadRequest,
  standIn: string | null,
  environment: NodeJS.ProcessEnv,
  say: Say,
): { graph: Graph; rest: SharePointRest } {
  const at = addressesOf(read, standIn);
  const tokens = tokensOf(read, at, environment, say);
  const patience = { say, wait: (milliseconds: number) => sleep(milliseconds) };
  const site = `${at.sharePoint}/sites/${read.request.siteName}`;
  return {
    graph: patientGraph(createGraph({ baseUrl: at.graph, getToken: tokens.graph }), patience),
    rest: patientRest(createSharePointRest(site, tokens.sharePoint), patience),
  };
}

function tokensOf(
  { signInClientId: clientId }: ReadRequest,
  at: Addresses,
  { URDDAS_GRAPH_TOKEN, URDDAS_SHAREPOINT_TOKEN }: NodeJS.ProcessEnv,
  say: Say,
): { graph: GetToken; sharePoint: GetToken } {
  if (URDDAS_GRAPH_TOKEN && URDDAS_SHAREPOINT_TOKEN) {
    return { graph: async () => URDDAS_GRAPH_TOKEN, sharePoint: async () => URDDAS_SHAREPOINT_TOKEN };
  }
  if (URDDAS_GRAPH_TOKEN || URDDAS_SHAREPOINT_TOKEN) {
    throw new Error('Set both URDDAS_GRAPH_TOKEN and URDDAS_SHAREPOINT_TOKEN, or neither and sign in by a code.');
  }
  if (clientId === null) {
    throw new Error(
      'There is no way to sign in. Write signIn.clientId into the request, or set URDDAS_GRAPH_TOKEN and URDDAS_SHAREPOINT_TOKEN (docs/provisioning.md).',
    );
  }
  const signIn = createAdministratorSignIn({ clientId, ...at }, say);
  return { graph: signIn.tokensFor(at.graphScope), sharePoint: signIn.tokensFor(at.sharePointScope) };
}
