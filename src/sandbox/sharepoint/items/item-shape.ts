import { findPrincipal } from '../access/principals.ts';
import { identityOf, listWebUrl } from '../lists/list-shape.ts';
import type { ListRecord } from '../lists/list-store.ts';
import type { Expansion } from '../odata/query-options.ts';
import type { SharePointServices } from '../services.ts';
import { graphContext } from '../sites/site-shape.ts';
import { graphSiteId, type Site } from '../sites/site-store.ts';
import { itemEtag } from './item-etag.ts';
import { contentTypeOf, fieldsShape, type WantedField } from './item-fields.ts';
import type { ItemRow } from './item-store.ts';

/** `$metadata#…` address of a list's rows, as `@odata.context` names it. */
export function itemsContext(services: SharePointServices, site: Site, list: ListRecord, tail: string): string {
  const siteId = encodeURIComponent(graphSiteId(services, site));
  return graphContext(services, `sites('${siteId}')/lists('${list.id}')/items${tail}`);
}

/** Shapes many rows of one list; looks each author up once. */
export class ItemShaper {
  readonly #services: SharePointServices;
  readonly #site: Site;
  readonly #list: ListRecord;
  readonly #siteId: string;
  readonly #webUrl: string;
  readonly #identities = new Map<number, Record<string, unknown>>();

  constructor(services: SharePointServices, site: Site, list: ListRecord) {
    this.#services = services;
    this.#site = site;
    this.#list = list;
    this.#siteId = graphSiteId(services, site);
    this.#webUrl = listWebUrl(services, site, list);
  }

  #identity(principal: number): Record<string, unknown> {
    const known = this.#identities.get(principal);
    if (known) return known;
    const fresh = identityOf(findPrincipal(this.#services, this.#site.number, principal));
    this.#identities.set(principal, fresh);
    return fresh;
  }

  #address(row: ItemRow): string {
    if (this.#list.template === 'documentLibrary')
      return `${this.#webUrl}/${encodeURIComponent(String(row.c_FileLeafRef ?? row.id))}`;
    return `${this.#webUrl}/${row.id}_.000`;
  }

  item(row: ItemRow): Record<string, unknown> {
    return {
      '@odata.etag': itemEtag(row),
      createdDateTime: row.created,
      eTag: itemEtag(row),
      id: String(row.id),
      lastModifiedDateTime: row.modified,
      webUrl: this.#address(row),
      createdBy: this.#identity(row.author),
      lastModifiedBy: this.#identity(row.editor),
      parentReference: { id: this.#list.id, siteId: this.#siteId },
      contentType: contentTypeOf(this.#list, row),
    };
  }

  fields(row: ItemRow, fields: readonly WantedField[], expansion: Pick<Expansion, 'select'>): Record<string, unknown> {
    return {
      'fields@odata.context': itemsContext(this.#services, this.#site, this.#list, `('${row.id}')/fields/$entity`),
      fields: fieldsShape(this.#services, this.#list, row, fields, expansion.select !== null),
    };
  }
}
