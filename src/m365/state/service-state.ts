import type { ServiceState, StateValue } from '../../application/ports/service-state.ts';
import { RemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import { type ListAddress, ListItems, textField } from '../lists/list-items.ts';

/** The State list: one row a key. Item ids are remembered, so that a read costs one unit instead of two. */
export class GraphServiceState implements ServiceState {
  readonly #items: ListItems;
  readonly #ids = new Map<string, string>();

  constructor(graph: Graph, address: ListAddress) {
    this.#items = new ListItems(graph, address, ['Key', 'Value']);
  }

  async read(key: string): Promise<StateValue | null> {
    const known = this.#ids.get(key);
    const item = known ? await this.#items.get(known) : (await this.#items.where('Key', key))[0];
    if (!item) return null;
    this.#ids.set(key, item.id);
    return { value: textField(item, 'Value'), etag: item.eTag };
  }

  async write(key: string, value: string, etag: string | null): Promise<StateValue> {
    if (etag === null) {
      const item = await this.#items.add({ Title: key, Key: key, Value: value });
      this.#ids.set(key, item.id);
      return { value, etag: item.eTag };
    }
    const id = this.#ids.get(key);
    if (id === undefined) throw new RemoteError('invalid', 'a state value is read before it is replaced');
    const saved = await this.#items.change(id, { Value: value }, etag);
    return { value, etag: saved ?? (await this.#items.get(id)).eTag };
  }
}
