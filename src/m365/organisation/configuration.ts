import * as v from 'valibot';
import { type Organisation, organisationSchema } from '../../application/organisation.ts';
import type { Configuration } from '../../application/ports/configuration.ts';
import { RemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import { type ListAddress, type ListItem, ListItems, textField } from '../lists/list-items.ts';

/** The Config list: one row a key, its value as JSON. */
export class GraphConfiguration implements Configuration {
  readonly #items: ListItems;

  constructor(graph: Graph, address: ListAddress) {
    this.#items = new ListItems(graph, address, ['Key', 'Value']);
  }

  async read(): Promise<Organisation> {
    const rows: ListItem[] = [];
    let page = await this.#items.changes(null);
    rows.push(...page.items);
    while (page.hasMore) {
      page = await this.#items.changes(page.cursor);
      rows.push(...page.items);
    }
    const raw = Object.fromEntries(rows.map((row) => [textField(row, 'Key'), readJson(textField(row, 'Value'))]));
    const result = v.safeParse(organisationSchema, raw);
    if (result.success) return result.output;
    const where = result.issues.map((issue) => v.getDotPath(issue) ?? 'Config').join(', ');
    throw new RemoteError('invalid', `the Config list is not usable at ${where}`);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
