import {
  Client,
  FileUpload,
  type GraphError,
  LargeFileUploadTask,
  type Middleware,
  PageIterator,
} from '@microsoft/microsoft-graph-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { addresses, allMail, to } from './mail-client.ts';

const sandbox = sandboxUnderTest();
let token = '';
let client: Client;

/**
 * Stands where TLS would end: the library follows only https links (paging, upload sessions), the sandbox speaks http.
 * It also sets the token, which the library withholds from hosts that are not Microsoft's.
 */
class TlsEnd implements Middleware {
  async execute(context: Parameters<Middleware['execute']>[0]): Promise<void> {
    const asked = typeof context.request === 'string' ? context.request : context.request.url;
    const url = asked.replace(/^https:/, 'http:');
    const headers = new Headers(context.options?.headers as HeadersInit);
    if (url.startsWith(`${sandbox.origin}/graph/`)) headers.set('authorization', `Bearer ${token}`);
    const answer = await fetch(url, { ...(context.options as RequestInit), headers });
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    const body = isJson ? (await answer.text()).replaceAll('http://localhost', 'https://localhost') : answer.body;
    context.response = new Response(answer.status === 204 ? null : body, {
      status: answer.status,
      headers: answer.headers,
    });
  }
}

beforeAll(async () => {
  token = await sandbox.token({ persona: 'reporter', scopes: allMail });
  const baseUrl = `${sandbox.origin.replace('http:', 'https:')}/graph/`;
  client = Client.initWithMiddleware({ baseUrl, middleware: new TlsEnd() });
});

describe('the Graph client library, unmodified', () => {
  it('follows every page', async () => {
    const first = await client.api('/me/mailFolders/inbox/messages').top(9).select('subject').get();
    const subjects: string[] = [];
    await new PageIterator(client, first, (message) => {
      subjects.push(message.subject);
      return true;
    }).iterate();
    const folder = await client.api('/me/mailFolders/inbox').get();
    expect(subjects).toHaveLength(folder.totalItemCount);
  });

  it('uploads a large attachment with its own upload task', async () => {
    const draft = await client
      .api('/me/messages')
      .post({ subject: 'By the library', toRecipients: to(addresses.manager) });
    const bytes = new Uint8Array(5_000_000).map((_, index) => index % 253);
    const session = await LargeFileUploadTask.createUploadSession(
      client,
      `/me/messages/${draft.id}/attachments/createUploadSession`,
      {
        AttachmentItem: { attachmentType: 'file', name: 'original.eml', size: bytes.length },
      },
    );
    const file = new FileUpload(bytes.buffer, 'original.eml', bytes.length);
    const result = await new LargeFileUploadTask(client, file, session, { rangeSize: 3_276_800 }).upload();
    expect(result.location).toContain('/attachments/');
    const [attachment] = (await client.api(`/me/messages/${draft.id}/attachments`).get()).value;
    expect(attachment.size).toBe(bytes.length);
    await client.api(`/me/messages/${draft.id}/send`).post({});
  });

  it('gets errors in the form it knows', async () => {
    const failure: GraphError = await client
      .api('/me/messages/AAMkNothing')
      .get()
      .catch((error) => error);
    expect(failure).toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' });
    expect(failure.requestId).toBeTruthy();
  });
});
