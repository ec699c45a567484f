import * as v from 'valibot';
import { isRemoteError } from '../../application/remote-error.ts';
import { sendBatch } from '../graph/batch.ts';
import { type Graph, segment } from '../graph/client.ts';
import { pageSchema } from '../graph/paging.ts';
import { readGuards } from '../provisioning/read-guards.ts';
import { countShown, itemsOf, withProbeRow } from './probe-row.ts';
import { type CheckedTenant, judged, notTried, type Question, type Seen } from './question.ts';

const widerScope =
  'Set tenant.siteScope to Sites.ReadWrite.All, or Sites.Manage.All (URDDAS_TENANT_SITE_SCOPE), consent to it, and ask again.';
const noToken = (who: string) => notTried(`no token of ${who} was given`);
const rowSchema = v.object({ id: v.string(), fields: v.optional(v.record(v.string(), v.unknown()), {}) });

/** What a refusal says, where the question is whether there is one. */
async function refusalOf(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    if (isRemoteError(error)) return error.code;
    throw error;
  }
}

function shownTo(who: 'author' | 'another' | 'security' | 'service', wanted: number) {
  return async (tenant: CheckedTenant): Promise<Seen> => {
    const { author } = tenant.people;
    const reader = who === 'service' ? tenant.service : tenant.people[who];
    if (!author) return noToken('the author');
    if (!reader) return noToken(who);
    return withProbeRow(tenant, author, async ({ key }) => {
      const count = await countShown(tenant, reader, key);
      return judged(count === wanted, `${count} of 1 row of the author shown to ${who}`);
    });
  };
}

async function firstRegisterRow(tenant: CheckedTenant, graph: Graph): Promise<string | null> {
  const path = itemsOf(tenant, tenant.site.lists.incidents);
  const query = { $expand: 'fields($select=Title)', $top: '1' };
  return (await graph.json(pageSchema(rowSchema), { method: 'GET', path, query })).value[0]?.id ?? null;
}

/** Asks something of a row of the register with Security's token. */
function ofRegister(ask: (graph: Graph, path: string) => Promise<Seen>) {
  return async (tenant: CheckedTenant): Promise<Seen> => {
    const { security } = tenant.people;
    if (!security) return noToken('security');
    const id = await firstRegisterRow(tenant, security);
    if (id === null) return notTried('the register has no row yet: report something and ask again');
    return ask(security, `${itemsOf(tenant, tenant.site.lists.incidents)}/${segment(id)}`);
  };
}

/** Own rows, what Sites.Selected is good for in a person's hands, order and pages. Facts 1.3, 1.7, 3.2, 8. */
export const listQuestions: Question[] = [
  {
    id: 'own-rows-author',
    question: 'Does a person see the own rows of an own-rows list over Graph?',
    assumption: 'Yes, with Sites.Selected.',
    otherwise: widerScope,
    ask: shownTo('author', 1),
  },
  {
    id: 'own-rows-another',
    question: 'Does another person see them?',
    assumption: 'No.',
    otherwise: 'Do not go live: npm run provision again, and look at the list settings (Read access: own items).',
    ask: shownTo('another', 0),
  },
  {
    id: 'own-rows-security',
    question: 'Does a member of Security see other people’s rows of an own-rows list?',
    assumption: 'No. Nothing rests on it: Security reads the register, where all rows are shown.',
    otherwise: 'Take Security off the Intake list’s permissions (npm run provision gives it none).',
    ask: shownTo('security', 0),
  },
  {
    id: 'own-rows-service',
    question: 'Does the service see everybody’s rows with its grant on the site?',
    assumption: 'Yes, with the role fullcontrol.',
    otherwise:
      'Give the app the role fullcontrol on the site (npm run provision), or the application permission Sites.FullControl.All.',
    ask: shownTo('service', 1),
  },
  {
    id: 'selected-create',
    question: 'Can a person add a row with delegated Sites.Selected?',
    assumption: 'Yes.',
    otherwise: widerScope,
    ask: async (tenant) => {
      const { author } = tenant.people;
      if (!author) return noToken('the author');
      const refused = await refusalOf(() => withProbeRow(tenant, author, async () => undefined));
      return judged(refused === null, refused === null ? 'a row was added and taken away' : `refused: ${refused}`);
    },
  },
  {
    id: 'selected-if-match',
    question: 'Is a change with delegated Sites.Selected refused where the row has changed meanwhile?',
    assumption: 'Yes, with 412.',
    otherwise: widerScope,
    ask: ofRegister(async (graph, path) => {
      // Names a version that never was, and would write nothing anyway.
      const headers = { 'If-Match': '"00000000-0000-0000-0000-000000000000,0"' };
      const change = { method: 'PATCH', path: `${path}/fields`, headers, body: {} } as const;
      const refused = await refusalOf(() => graph.done(change));
      return judged(refused === 'changedMeanwhile', refused === null ? 'the change was taken' : `refused: ${refused}`);
    }),
  },
  {
    id: 'selected-versions',
    question: 'Can the versions of a row be read with delegated Sites.Selected?',
    assumption: 'Yes.',
    otherwise: widerScope,
    ask: ofRegister(async (graph, path) => {
      const read = () => graph.json(pageSchema(rowSchema), { method: 'GET', path: `${path}/versions` });
      const refused = await refusalOf(read);
      return judged(refused === null, refused === null ? 'they were answered' : `refused: ${refused}`);
    }),
  },
  {
    id: 'selected-batch',
    question: 'Does a $batch do with delegated Sites.Selected what single requests do?',
    assumption: 'Yes.',
    otherwise: widerScope,
    ask: ofRegister(async (graph, path) => {
      const outcomes = await sendBatch(graph, [
        { method: 'GET', path, query: { $select: 'id' } },
        { method: 'GET', path: `${path}/versions` },
      ]);
      const good = outcomes.filter(({ ok }) => ok).length;
      return judged(good === 2, `${good} of 2 requests were answered`);
    }),
  },
  {
    id: 'guards',
    question: 'Does SharePoint’s own REST show the service, by its own sign-in, who may read the lists?',
    assumption: 'Yes, with SharePoint’s Sites.Selected and the role fullcontrol on the site.',
    otherwise:
      'Consent to SharePoint’s Sites.Selected. If that is done and a managed identity signs in, sign in by a certificate. If neither helps, set tenant.guards to unseen (URDDAS_TENANT_GUARDS), and run npm run provision -- plan every week.',
    ask: async ({ serviceRest }) => {
      try {
        const { lists, levels } = await readGuards(serviceRest, [], 'app');
        return judged(true, `${lists.length} lists and ${levels.length} permission levels were shown`);
      } catch (error) {
        if (isRemoteError(error) && error.status === 401) return judged(false, `refused: ${error.message}`);
        throw error;
      }
    },
  },
  {
    id: 'order',
    question: 'Can rows of a list be asked for in an order ($orderby of an indexed column)?',
    assumption: 'Yes, though no page says so.',
    otherwise: 'Set tenant.ordersRows to false (URDDAS_TENANT_ORDERS_ROWS): the pages then order by themselves.',
    ask: async (tenant) => {
      const path = itemsOf(tenant, tenant.site.lists.intake);
      const query = { $orderby: 'fields/SubmittedAt desc', $expand: 'fields($select=SubmittedAt)', $top: '50' };
      const times: string[] = [];
      const refused = await refusalOf(async () => {
        const page = await tenant.service.json(pageSchema(rowSchema), { method: 'GET', path, query });
        times.push(...page.value.map(({ fields }) => String(fields.SubmittedAt)));
      });
      if (refused !== null) return judged(false, `refused: ${refused}`);
      if (times.length < 2) return notTried(`${times.length} rows in the list: an order needs two`);
      const isSorted = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? ''));
      return judged(isSorted, `${times.length} rows, ${isSorted ? 'newest first' : 'in another order'}`);
    },
  },
  {
    id: 'page',
    question: 'How many rows does one answer hold?',
    assumption: 'As many as $top asks for, up to 200; where there are fewer, a link leads to the rest.',
    otherwise: 'Nothing to set: every reader follows the links. Readings become slower.',
    ask: async (tenant) => {
      const path = itemsOf(tenant, tenant.site.lists.intake);
      const count = async ($top: string) => {
        const answer = await tenant.service.json(pageSchema(rowSchema), { method: 'GET', path, query: { $top } });
        return { rows: answer.value.length, hasMore: answer['@odata.nextLink'] !== undefined };
      };
      const [ours, most] = [await count('200'), await count('5000')];
      const isCut = ours.hasMore && ours.rows < 200;
      return judged(!isCut, `asked for 200: ${ours.rows}; asked for 5000: ${most.rows}`);
    },
  },
  {
    id: 'own-date',
    question: 'Is a filter by a date column of our own answered (fields/Created is not dependable)?',
    assumption: 'Yes: every filter names an indexed column of ours.',
    otherwise: 'npm run provision again: the index is missing.',
    ask: async (tenant) => {
      const path = itemsOf(tenant, tenant.site.lists.intake);
      const query = { $filter: "fields/SubmittedAt ge '2020-01-01T00:00:00Z'", $top: '1' };
      const refused = await refusalOf(() => tenant.service.json(pageSchema(rowSchema), { method: 'GET', path, query }));
      return judged(refused === null, refused === null ? 'it was answered' : `refused: ${refused}`);
    },
  },
];
