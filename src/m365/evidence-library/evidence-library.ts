import * as v from 'valibot';
import type { EvidenceLibrary, FiledFile } from '../../application/ports/evidence-library.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';
import { type Graph, segment } from '../graph/client.ts';
import { chunksOf } from './chunks.ts';
import { UploadSession } from './upload-session.ts';

/** Up to this size a single PUT does it. */
const smallFile = 4 * 1024 * 1024;

const driveItemSchema = v.object({ id: v.string(), size: v.optional(v.number(), 0) });
const sessionSchema = v.object({ uploadUrl: v.string() });

/** The Evidence libraries, one a boundary, through Graph's drive interface. */
export class GraphEvidenceLibrary implements EvidenceLibrary {
  readonly #graph: Graph;
  readonly #drives: Record<CaveatBoundary, string>;
  readonly #fetch: typeof fetch;

  constructor(graph: Graph, drives: Record<CaveatBoundary, string>, send: typeof fetch = globalThis.fetch) {
    this.#graph = graph;
    this.#drives = drives;
    this.#fetch = send;
  }

  async write(
    boundary: CaveatBoundary,
    file: { folder: string; fileName: string; size: number; bytes: AsyncIterable<Uint8Array> },
    confirm: () => boolean,
  ): Promise<FiledFile | 'exists' | 'refused'> {
    const path = this.#path(boundary, file.folder, file.fileName);
    try {
      return file.size <= smallFile ? await this.#put(path, file, confirm) : await this.#stream(path, file, confirm);
    } catch (error) {
      if (isRemoteError(error) && error.code === 'conflict') return 'exists';
      throw error;
    }
  }

  async find(boundary: CaveatBoundary, folder: string, fileName: string): Promise<FiledFile | null> {
    try {
      const path = this.#path(boundary, folder, fileName).slice(0, -1);
      const item = await this.#graph.json(driveItemSchema, { method: 'GET', path });
      return { driveItemId: item.id, size: item.size };
    } catch (error) {
      if (isRemoteError(error) && error.code === 'notFound') return null;
      throw error;
    }
  }

  async read(boundary: CaveatBoundary, driveItemId: string): Promise<AsyncIterable<Uint8Array>> {
    return this.#graph.stream({
      method: 'GET',
      path: `/drives/${segment(this.#drives[boundary])}/items/${segment(driveItemId)}/content`,
      timeoutMs: 120_000,
    });
  }

  async #put(
    path: string,
    file: { size: number; bytes: AsyncIterable<Uint8Array> },
    confirm: () => boolean,
  ): Promise<FiledFile | 'refused'> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of file.bytes) parts.push(part as Uint8Array<ArrayBuffer>);
    if (!confirm()) return 'refused';
    const item = await this.#graph.json(driveItemSchema, {
      method: 'PUT',
      path: `${path}/content`,
      query: { '@microsoft.graph.conflictBehavior': 'fail' },
      body: new Blob(parts, { type: 'application/octet-stream' }),
    });
    return { driveItemId: item.id, size: file.size };
  }

  /** The last piece waits for `confirm`, because SharePoint makes the file when the last byte arrives. */
  async #stream(
    path: string,
    file: { size: number; bytes: AsyncIterable<Uint8Array> },
    confirm: () => boolean,
  ): Promise<FiledFile | 'refused'> {
    const { uploadUrl } = await this.#graph.json(sessionSchema, {
      method: 'POST',
      path: `${path}/createUploadSession`,
      body: { item: { '@microsoft.graph.conflictBehavior': 'fail' } },
    });
    const session = new UploadSession(uploadUrl, file.size, this.#fetch);
    try {
      let held: Uint8Array<ArrayBuffer> | null = null;
      for await (const chunk of chunksOf(file.bytes)) {
        if (held) await session.send(held);
        held = chunk;
      }
      if (!held || !confirm()) {
        await session.cancel();
        return 'refused';
      }
      const item = await session.send(held);
      if (!item) throw new RemoteError('server', 'upload: the last piece made no file');
      return { driveItemId: item.id, size: file.size };
    } catch (error) {
      await session.cancel();
      throw error;
    }
  }

  #path(boundary: CaveatBoundary, folder: string, fileName: string): string {
    return `/drives/${segment(this.#drives[boundary])}/root:/${segment(folder)}/${segment(fileName)}:`;
  }
}
