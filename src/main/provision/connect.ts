import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdministratorSignIn } from '../../m365/auth/administrator-sign-in.ts';
import { createAppSignIn } from '../../m365/auth/app-sign-in.ts';
import type { GetToken } from '../../m365/graph/authorization.ts';
import { createGraph, type Graph } from '../../m365/graph/client.ts';
import { patientGraph, patientRest, type Say } from '../../m365/provisioning/patience.ts';
import { createSharePointRest, type SharePointRest } from '../../m365/provisioning/sharepoint-rest.ts';
import type { ReadRequest, SignIn } from './read-request.ts';

/** Where a tenant answers. */
interface Addresses {
  graph: string;
  graphScope: string;
  sharePoint: string;
  sharePointScope: string;
  authority: string;
  authorityReachedAt: string | null;
}

function addressesOf({ request }: ReadRequest, standIn: string | null, permission: string): Addresses {
  if (standIn !== null) {
    const authority = `${standIn}/login/${request.tenantId}`;
    return {
      graph: `${standIn}/graph/v1.0`,
      graphScope: `${standIn}/graph/${permission}`,
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
    graphScope: `https://graph.microsoft.com/${permission}`,
    sharePoint,
    sharePointScope: `${sharePoint}/AllSites.FullControl`,
    authority: `https://login.microsoftonline.com/${request.tenantId}`,
    authorityReachedAt: null,
  };
}

/**
 * Graph and SharePoint with an administrator's rights: by tokens in the environment where both are there, else by a person's sign-in or a
 * certificate. `permission` is what Graph is asked for.
 */
export function connect(
  read: ReadRequest,
  standIn: string | null,
  environment: NodeJS.ProcessEnv,
  say: Say,
  permission = 'Sites.FullControl.All',
): { graph: Graph; rest: SharePointRest } {
  const at = addressesOf(read, standIn, permission);
  const tokens = tokensOf(read, at, environment, say);
  const patience = { say, wait: (milliseconds: number) => sleep(milliseconds) };
  const site = `${at.sharePoint}/sites/${read.request.siteName}`;
  return {
    graph: patientGraph(createGraph({ baseUrl: at.graph, getToken: tokens.graph }), patience),
    rest: patientRest(createSharePointRest(site, tokens.sharePoint), patience),
  };
}

interface Tokens {
  graph: GetToken;
  sharePoint: GetToken;
}

function tokensOf(
  { signIn }: ReadRequest,
  at: Addresses,
  { URDDAS_GRAPH_TOKEN, URDDAS_SHAREPOINT_TOKEN }: NodeJS.ProcessEnv,
  say: Say,
): Tokens {
  if (URDDAS_GRAPH_TOKEN && URDDAS_SHAREPOINT_TOKEN) {
    return { graph: async () => URDDAS_GRAPH_TOKEN, sharePoint: async () => URDDAS_SHAREPOINT_TOKEN };
  }
  if (URDDAS_GRAPH_TOKEN || URDDAS_SHAREPOINT_TOKEN) {
    throw new Error('Set both URDDAS_GRAPH_TOKEN and URDDAS_SHAREPOINT_TOKEN, or neither and sign in.');
  }
  if (signIn === null) {
    throw new Error(
      'There is no way to sign in. Write signIn.clientId into the request, or set URDDAS_GRAPH_TOKEN and URDDAS_SHAREPOINT_TOKEN (docs/provisioning.md).',
    );
  }
  if (signIn.certificate !== null) return byCertificate(signIn.clientId, signIn.certificate, at);
  const person = createAdministratorSignIn({ clientId: signIn.clientId, ...at }, say);
  return { graph: person.tokensFor(at.graphScope), sharePoint: person.tokensFor(at.sharePointScope) };
}

/** For a tenant that lets nobody sign in by a code: the registration itself signs in, with permissions of its own. */
function byCertificate(
  clientId: string,
  { keyFile, thumbprint }: NonNullable<SignIn['certificate']>,
  at: Addresses,
): Tokens {
  const app = createAppSignIn({
    clientId,
    authority: at.authority,
    authorityReachedAt: at.authorityReachedAt,
    managedIdentityClientId: null,
    certificateKeyFile: null,
    certificateKey: privateKeyIn(keyFile),
    certificateThumbprint: thumbprint,
  });
  // Of one resource all that was consented to: an app asks for no more and no less.
  const all = (scope: string) => scope.replace(/[^/]+$/, '.default');
  return { graph: app.tokensFor(all(at.graphScope)), sharePoint: app.tokensFor(all(at.sharePointScope)) };
}

/** Looked at here, so that a wrong file is told by its name, and not by what a library makes of it. */
function privateKeyIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`The key of the certificate (signIn.certificate.keyFile) cannot be read: ${file}.`, {
      cause: error,
    });
  }
  try {
    createPrivateKey(text);
  } catch (error) {
    throw new Error(`${file} holds no private key in PEM (signIn.certificate.keyFile), or one with a password.`, {
      cause: error,
    });
  }
  return text;
}
