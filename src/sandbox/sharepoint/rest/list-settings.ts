import { columnsOf } from '../lists/column-store.ts';
import { changeList, findList, type ListRecord, type ListSettings } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { RestFailure, restBadRequest } from './rest-answer.ts';

export function restListShape(list: ListRecord): Record<string, unknown> {
  return {
    Id: list.id,
    Title: list.displayName,
    Description: list.description,
    BaseTemplate: list.template === 'documentLibrary' ? 101 : 100,
    ItemCount: list.itemCount,
    Hidden: list.hidden,
    Created: list.created,
    LastItemModifiedDate: list.modified,
    ReadSecurity: list.readSecurity,
    WriteSecurity: list.writeSecurity,
    HasUniqueRoleAssignments: list.hasUniqueScope,
    IsCatalog: false,
    IsApplicationList: false,
    IsSystemList: false,
    ...list.settings,
  };
}

function readOneOf<T extends number>(name: string, value: unknown, allowed: readonly T[], otherwise: T): T {
  if (value === undefined) return otherwise;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw restBadRequest(`${name} must be one of ${allowed.join(', ')}.`);
  return found;
}

function readSettings(list: ListRecord, body: Record<string, unknown>): ListSettings {
  const flag = (name: Exclude<keyof ListSettings, 'MajorVersionLimit'>) => {
    if (body[name] === undefined) return list.settings[name];
    if (typeof body[name] !== 'boolean') throw restBadRequest(`${name} must be true or false.`);
    return body[name] as boolean;
  };
  const limit = body.MajorVersionLimit ?? list.settings.MajorVersionLimit;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0 || limit > 50_000) {
    throw restBadRequest('MajorVersionLimit must be a number up to 50000.');
  }
  if (list.template === 'documentLibrary' && body.EnableAttachments === true) {
    throw new RestFailure(400, '-2146232832, Microsoft.SharePoint.SPException', 'A library cannot have attachments.');
  }
  return {
    NoCrawl: flag('NoCrawl'),
    EnableAttachments: flag('EnableAttachments'),
    EnableVersioning: flag('EnableVersioning'),
    MajorVersionLimit: limit,
    ExcludeFromOfflineClient: flag('ExcludeFromOfflineClient'),
    DisableCommenting: flag('DisableCommenting'),
  };
}

/** MERGE of a list: the settings that Graph has no door to (facts 1.7). */
export function mergeListSettings(services: SharePointServices, list: ListRecord, body: Record<string, unknown>): void {
  const readSecurity = readOneOf('ReadSecurity', body.ReadSecurity, [1, 2] as const, list.readSecurity);
  const writeSecurity = readOneOf('WriteSecurity', body.WriteSecurity, [1, 2, 4] as const, list.writeSecurity);
  if (readSecurity === 2 && columnsOf(services, list.number).some((column) => column.enforceUniqueValues)) {
    throw new RestFailure(
      400,
      '-2146232832, Microsoft.SharePoint.SPException',
      'Item-level permissions for reading cannot be set on a list that has columns which enforce unique values.',
    );
  }
  const displayName = typeof body.Title === 'string' ? body.Title : list.displayName;
  const other = findList(services, list.site, displayName);
  if (other && other.id !== list.id) throw restBadRequest('A list with this title already exists.');
  const description = typeof body.Description === 'string' ? body.Description : list.description;
  const settings = readSettings(list, body);
  changeList(services, list, { readSecurity, writeSecurity, displayName, description, settings });
}
