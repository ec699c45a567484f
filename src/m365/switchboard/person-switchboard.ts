import * as v from 'valibot';
import type { Clock } from '../../application/ports/clock.ts';
import type {
  AnsweredQuestion,
  BoardAnswer,
  BoardQuestion,
  SwitchboardBoard,
} from '../../application/ports/switchboard-board.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { putThroughAnswers } from '../../domain/incident/switchboard-question.ts';
import { type Graph, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';

/** More than this at once is for SharePoint's own view. */
const pageSize = 200;

const fields = ['CallAt', 'Extension', 'State', 'PutThrough', 'NameQuoted', 'NumberQuoted', 'AnsweredAt', 'AnsweredBy'];

const text = v.nullish(v.string(), '');

const rowSchema = v.object({
  id: v.string(),
  eTag: v.string(),
  fields: v.object({
    CallAt: text,
    Extension: text,
    PutThrough: v.fallback(v.nullish(v.picklist(putThroughAnswers), null), null),
    NameQuoted: text,
    NumberQuoted: text,
    AnsweredAt: text,
    AnsweredBy: text,
  }),
});

type Row = v.InferOutput<typeof rowSchema>;

/** The SwitchboardQueries list with the signed-in person's own rights: SharePoint decides who reads and answers (X-SEC). */
export function createSwitchboardBoard(
  graph: Graph,
  site: { id: string; lists: { switchboard: string } },
  clock: Clock,
): SwitchboardBoard {
  const list = `/sites/${segment(site.id)}/lists/${segment(site.lists.switchboard)}`;
  const items = `${list}/items`;
  const read = async (filter: string) => {
    const query = { $filter: filter, $expand: `fields($select=${fields.join(',')})`, $top: String(pageSize) };
    return (await readPage(graph, rowSchema, { method: 'GET', path: items, query })).items;
  };

  const patch = (itemId: string, etag: string, { putThrough, nameQuoted, numberQuoted }: BoardAnswer) =>
    graph.done({
      method: 'PATCH',
      path: `${items}/${segment(itemId)}/fields`,
      headers: { 'If-Match': etag },
      body: {
        State: 'answered',
        PutThrough: putThrough,
        NameQuoted: nameQuoted.trim(),
        NumberQuoted: numberQuoted.trim(),
        AnsweredAt: clock.now().toISOString(),
        AnsweredBy: '',
      },
    });

  return {
    mayAnswer: async () => {
      try {
        // SharePoint hides a list from whoever may not read it.
        await graph.json(v.object({}), { method: 'GET', path: list, query: { $select: 'id' } });
        return true;
      } catch (error) {
        if (isRemoteError(error) && (error.code === 'notFound' || error.code === 'forbidden')) return false;
        throw error;
      }
    },
    questions: async (since) => {
      // One round trip: reads of one tick leave together.
      const [open, answered] = await Promise.all([
        read(`fields/State eq 'open'`),
        read(`fields/AnsweredAt ge '${since}'`),
      ]);
      return {
        open: open.map(toQuestion).sort((one, other) => other.callAt.localeCompare(one.callAt)),
        answered: answered
          .flatMap((row) => toAnswered(row) ?? [])
          .sort((one, other) => other.answeredAt.localeCompare(one.answeredAt)),
      };
    },
    answer: async (question, given) => {
      try {
        await patch(question.itemId, question.etag, given);
      } catch (error) {
        if (!isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
        // The service writes into the row too: where nobody has answered since, the answer goes onto the new version.
        const present = await graph.json(rowSchema, {
          method: 'GET',
          path: `${items}/${segment(question.itemId)}`,
          query: { $expand: `fields($select=${fields.join(',')})` },
        });
        if (JSON.stringify(answerIn(present)) !== JSON.stringify('answer' in question ? question.answer : null))
          throw error;
        await patch(question.itemId, present.eTag, given);
      }
    },
  };
}

function toQuestion({ id, eTag, fields }: Row): BoardQuestion {
  return { itemId: id, etag: eTag, callAt: fields.CallAt, extension: fields.Extension };
}

function answerIn({ fields: { PutThrough, NameQuoted, NumberQuoted } }: Row): BoardAnswer | null {
  return PutThrough && { putThrough: PutThrough, nameQuoted: NameQuoted, numberQuoted: NumberQuoted };
}

function toAnswered(row: Row): AnsweredQuestion | null {
  const answer = answerIn(row);
  const { AnsweredAt, AnsweredBy } = row.fields;
  return answer && { ...toQuestion(row), answer, answeredAt: AnsweredAt, answeredBy: AnsweredBy };
}
