import { listRights } from '../access/effective-rights.ts';
import { has, rights } from '../access/rights.ts';
import type { ColumnDefinition } from '../lists/column-definition.ts';
import { changeColumn, columnsOf } from '../lists/column-store.ts';
import type { ListRecord } from '../lists/list-store.ts';
import { noContent } from '../routing.ts';
import type { RestCall } from './people-and-levels.ts';
import { answerRest, RestFailure, restDenied, restUnknown } from './rest-answer.ts';
import type { RestStep } from './rest-path.ts';

const formOf = { setshowindisplayform: 'display', setshowineditform: 'edit', setshowinnewform: 'new' } as const;
const formAttribute = { display: 'ShowInDisplayForm', edit: 'ShowInEditForm', new: 'ShowInNewForm' } as const;

function fieldShape(column: ColumnDefinition): Record<string, unknown> {
  const left = (column.leftOutOf ?? []).map((form) => ` ${formAttribute[form]}="FALSE"`).join('');
  return {
    Id: column.id,
    InternalName: column.name,
    StaticName: column.name,
    Title: column.displayName,
    Description: column.description,
    Hidden: column.hidden,
    Indexed: column.indexed,
    EnforceUniqueValues: column.enforceUniqueValues,
    ReadOnlyField: column.readOnly,
    Required: column.required,
    CustomFormatter: column.customFormatter ?? null,
    SchemaXml: `<Field Name="${column.name}" ID="{${column.id}}"${left} />`,
  };
}

/** Columns as SharePoint's REST has them: what Graph leaves out is their formatting and which forms show them. */
export function runFields(call: RestCall, list: ListRecord, steps: RestStep[]): Response {
  const { services, c, site, method, body } = call;
  const [first, second] = steps;
  const all = columnsOf(services, list.number);
  const isNamed = first?.argument === null && second?.name.startsWith('getby');
  const wanted = first?.argument ?? (isNamed ? second?.argument : null) ?? null;
  if (wanted === null) {
    if (method !== 'GET') throw restUnknown('fields');
    return answerRest(c, all.map(fieldShape));
  }
  const column =
    all.find(({ id, name }) => id === wanted.toLowerCase() || name.toLowerCase() === wanted.toLowerCase()) ??
    all.find(({ displayName }) => displayName.toLowerCase() === wanted.toLowerCase());
  if (!column) {
    throw new RestFailure(
      400,
      '-2147024809, System.ArgumentException',
      `Column '${wanted}' does not exist. It may have been deleted by another user.`,
    );
  }
  const [next] = steps.slice(isNamed ? 2 : 1);
  if (next === undefined && method === 'GET') return answerRest(c, fieldShape(column));
  if (!has(listRights(services, site, list, c.get('caller')), rights.manageLists)) throw restDenied();
  if (next === undefined && (method === 'MERGE' || method === 'PATCH')) {
    changeColumn(services, list, column, {
      ...column,
      ...(typeof body.CustomFormatter === 'string' ? { customFormatter: body.CustomFormatter } : {}),
      ...(typeof body.Title === 'string' ? { displayName: body.Title } : {}),
      ...(typeof body.Description === 'string' ? { description: body.Description } : {}),
      ...(typeof body.Required === 'boolean' ? { required: body.Required } : {}),
    });
    return noContent();
  }
  const form = formOf[(next?.name ?? '') as keyof typeof formOf];
  if (form === undefined || method !== 'POST') throw restUnknown(next?.name ?? 'fields');
  const others = (column.leftOutOf ?? []).filter((one) => one !== form);
  const isShown = (next?.argument ?? next?.named.value ?? 'true').toLowerCase() === 'true';
  changeColumn(services, list, column, { ...column, leftOutOf: isShown ? others : [...others, form] });
  return answerRest(c, { 'odata.null': true });
}
