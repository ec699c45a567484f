import * as v from 'valibot';
import type { SharePointRest } from './sharepoint-rest.ts';

const viewSchema = v.object({
  Id: v.string(),
  Title: v.string(),
  DefaultView: v.nullish(v.boolean(), false),
  PersonalView: v.nullish(v.boolean(), false),
  ViewQuery: v.nullish(v.string(), ''),
  RowLimit: v.nullish(v.number(), 0),
  ViewFields: v.nullish(v.object({ Items: v.nullish(v.array(v.string()), []) })),
});
const fieldSchema = v.object({
  InternalName: v.string(),
  CustomFormatter: v.nullish(v.string(), null),
  SchemaXml: v.nullish(v.string(), ''),
});
const many = <S extends v.GenericSchema>(schema: S) => v.object({ value: v.array(schema) });

/** Which forms leave a column out stands in its definition alone. https://learn.microsoft.com/sharepoint/dev/schema/field-element-field */
const leftOut = /\sShowInEditForm="FALSE"/i;

export type FoundView = v.InferOutput<typeof viewSchema>;

/** How a list looks in SharePoint's own pages. */
export interface FoundPresentation {
  views: FoundView[];
  /** By internal name. */
  fields: Map<string, { format: string | null; isOutOfForm: boolean }>;
}

/** Reads only: two requests a list. `listIds` by the plan's names. */
export async function readPresentation(
  rest: SharePointRest,
  listIds: ReadonlyMap<string, string>,
): Promise<Map<string, FoundPresentation>> {
  const found = new Map<string, FoundPresentation>();
  for (const [name, id] of listIds) {
    const path = `web/lists(guid'${id}')`;
    const [views, fields] = await Promise.all([
      rest.get(
        many(viewSchema),
        `${path}/views?$select=Id,Title,DefaultView,PersonalView,ViewQuery,RowLimit,ViewFields&$expand=ViewFields`,
      ),
      rest.get(many(fieldSchema), `${path}/fields?$select=InternalName,CustomFormatter,SchemaXml`),
    ]);
    found.set(name, {
      views: views.value.filter(({ PersonalView }) => !PersonalView),
      fields: new Map(
        fields.value.map(({ InternalName, CustomFormatter, SchemaXml }) => [
          InternalName,
          { format: CustomFormatter, isOutOfForm: leftOut.test(SchemaXml) },
        ]),
      ),
    });
  }
  return found;
}
