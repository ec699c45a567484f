import { listRights } from '../access/effective-rights.ts';
import { has, rights } from '../access/rights.ts';
import { columnsOf, findColumn } from '../lists/column-store.ts';
import type { ListRecord } from '../lists/list-store.ts';
import { newView, removeView, saveView, type ViewRecord, viewsOf } from '../lists/view-store.ts';
import { noContent } from '../routing.ts';
import type { RestCall } from './people-and-levels.ts';
import { answerRest, RestFailure, restBadRequest, restDenied, restUnknown } from './rest-answer.ts';
import type { RestStep } from './rest-path.ts';

const wrong = (message: string) => new RestFailure(400, '-2130575340, Microsoft.SharePoint.SPException', message);

function fieldsShape(view: ViewRecord) {
  return { SchemaXml: view.fields.map((name) => `<FieldRef Name="${name}" />`).join(''), Items: view.fields };
}

/** `ViewFields` only where it is asked for, as SharePoint leaves related things out. */
function viewShape(call: RestCall, view: ViewRecord): Record<string, unknown> {
  return {
    Id: view.id,
    Title: view.title,
    DefaultView: view.isDefault,
    Hidden: false,
    PersonalView: false,
    RowLimit: view.rowLimit,
    Paged: true,
    ViewQuery: view.query,
    ViewType: 'HTML',
    ...(/viewfields/i.test(call.c.req.query('$expand') ?? '') ? { ViewFields: fieldsShape(view) } : {}),
  };
}

/** CAML that is no XML, or names a column the list has not, is refused when it is stored. */
function readQuery(call: RestCall, list: ListRecord, value: unknown, otherwise: string): string {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'string') throw restBadRequest('ViewQuery must be a string.');
  const open: string[] = [];
  for (const [, closing, name, self] of value.matchAll(/<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) throw wrong('The query is not well-formed XML.');
    } else if (!self) open.push(name ?? '');
  }
  if (open.length > 0) throw wrong('The query is not well-formed XML.');
  for (const [, name] of value.matchAll(/<FieldRef[^<>]*Name=["']([^"']+)["']/g)) requireColumn(call, list, name ?? '');
  return value;
}

function requireColumn(call: RestCall, list: ListRecord, name: string): string {
  const column = findColumn(columnsOf(call.services, list.number), name);
  if (!column) throw wrong(`Column '${name}' does not exist. It may have been deleted by another user.`);
  return column.name;
}

function changed(call: RestCall, list: ListRecord, view: ViewRecord): ViewRecord {
  const { body } = call;
  if (body.RowLimit !== undefined && !(Number.isInteger(body.RowLimit) && Number(body.RowLimit) > 0)) {
    throw restBadRequest('RowLimit must be a number above zero.');
  }
  if (body.DefaultView === false && view.isDefault) throw wrong('A list must have a default view.');
  return {
    ...view,
    title: typeof body.Title === 'string' ? body.Title : view.title,
    isDefault: body.DefaultView === true || view.isDefault,
    query: readQuery(call, list, body.ViewQuery, view.query),
    rowLimit: typeof body.RowLimit === 'number' ? body.RowLimit : view.rowLimit,
  };
}

function runViewFields(call: RestCall, list: ListRecord, view: ViewRecord, step: RestStep | undefined): Response {
  const { services, c, method } = call;
  if (step === undefined && method === 'GET') return answerRest(c, fieldsShape(view));
  requireManaging(call, list);
  const keep = (fields: string[]) => {
    saveView(services, list.number, { ...view, fields });
    return answerRest(c, { 'odata.null': true });
  };
  if (method !== 'POST') throw restUnknown('viewfields');
  if (step?.name === 'removeallviewfields') return keep([]);
  const name = step?.argument ?? step?.named.strfield ?? '';
  if (step?.name === 'addviewfield') {
    const column = requireColumn(call, list, name);
    return keep(view.fields.includes(column) ? view.fields : [...view.fields, column]);
  }
  if (step?.name === 'removeviewfield') return keep(view.fields.filter((field) => field !== name));
  throw restUnknown(step?.name ?? 'viewfields');
}

function requireManaging(call: RestCall, list: ListRecord): void {
  if (!has(listRights(call.services, call.site, list, call.c.get('caller')), rights.manageLists)) throw restDenied();
}

/** Views of a list. https://learn.microsoft.com/previous-versions/office/developer/sharepoint-rest-reference/dn531433(v=office.15)#view-resource */
export function runViews(call: RestCall, list: ListRecord, steps: RestStep[]): Response {
  const { services, c, method } = call;
  const [first, second] = steps;
  const all = viewsOf(services, list.number);
  const isNamed = first?.name === 'views' && first.argument === null && second?.name.startsWith('getby');
  const wanted = (first?.argument ?? (isNamed ? second?.argument : null))?.toLowerCase() ?? null;
  if (wanted === null && first?.name === 'views') {
    if (method === 'GET')
      return answerRest(
        c,
        all.map((view) => viewShape(call, view)),
      );
    requireManaging(call, list);
    if (typeof call.body.Title !== 'string' || call.body.Title.trim() === '')
      throw restBadRequest('A view needs a Title.');
    const view = saveView(services, list.number, changed(call, list, newView(call.body.Title)));
    return answerRest(c, viewShape(call, view), 201);
  }
  const view =
    first?.name === 'defaultview'
      ? all.find(({ isDefault }) => isDefault)
      : all.find(({ id, title }) => (second?.name === 'getbytitle' ? title.toLowerCase() : id) === wanted);
  if (!view) throw wrong('The specified view is invalid.');
  const [next, after] = steps.slice(isNamed ? 2 : 1);
  if (next?.name === 'viewfields') return runViewFields(call, list, view, after);
  if (next !== undefined) throw restUnknown(next.name);
  if (method === 'GET') return answerRest(c, viewShape(call, view));
  requireManaging(call, list);
  if (method === 'DELETE') {
    if (view.isDefault) throw wrong('The default view cannot be deleted.');
    removeView(services, list.number, view.id);
  } else if (method === 'MERGE' || method === 'PATCH') saveView(services, list.number, changed(call, list, view));
  else throw restUnknown('views');
  return noContent();
}
