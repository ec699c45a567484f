import * as v from 'valibot';
import { readRows } from '../../application/check-configuration-texts.ts';
import { checkOrganisation } from '../../application/check-organisation.ts';
import {
  type ConfigurationProblem,
  isBlocking,
  problemsInShort,
  UnusableConfiguration,
} from '../../application/configuration-problem.ts';
import { type Organisation, organisationSchema } from '../../application/organisation.ts';
import type { Configuration } from '../../application/ports/configuration.ts';
import type { Graph } from '../graph/client.ts';
import { type ListAddress, type ListItem, ListItems, textField } from '../lists/list-items.ts';

/** The Config list: one row a key, its value as JSON. */
export class GraphConfiguration implements Configuration {
  readonly #items: ListItems;
  readonly #isDemo: boolean;
  readonly #tolerate: (problems: ConfigurationProblem[]) => void;
  #said = '';

  /** `tolerate` hears of what is wrong and can be worked with all the same. */
  constructor(
    graph: Graph,
    address: ListAddress,
    { isDemo, tolerate }: { isDemo: boolean; tolerate: (problems: ConfigurationProblem[]) => void },
  ) {
    this.#items = new ListItems(graph, address, ['Key', 'Value']);
    this.#isDemo = isDemo;
    this.#tolerate = tolerate;
  }

  async read(): Promise<Organisation> {
    const rows: ListItem[] = [];
    let page = await this.#items.changes(null);
    rows.push(...page.items);
    while (page.hasMore) {
      page = await this.#items.changes(page.cursor);
      rows.push(...page.items);
    }
    const raw = readRows(rows.map((row) => ({ key: textField(row, 'Key'), text: textField(row, 'Value') })));
    const problems = checkOrganisation(raw, { isDemo: this.#isDemo });
    const result = v.safeParse(organisationSchema, raw);
    if (!result.success || problems.some(isBlocking)) {
      throw new UnusableConfiguration(problems.filter(isBlocking));
    }
    // The list is read again and again; the same is said once.
    const said = problemsInShort(problems);
    if (said !== this.#said && problems.length > 0) this.#tolerate(problems);
    this.#said = said;
    return result.output;
  }
}
