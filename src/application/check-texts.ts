import type { ConfigurationProblem } from './configuration-problem.ts';

/** Left over from templates; a mail to one of these would be a mail to nobody. */
const placeholder =
  /\b(todo|tbc|tba|fixme|replace[- ]?me|change[- ]?me|your[- ]?(domain|organisation|name|number)|lorem ipsum|xxx+)\b|[<{[](name|address|number|phone|email|enw|cyfeiriad|rhif)[>}\]]/i;
/** Withdrawn in 2019; mail to it is lost. C-27 */
const closedDomain = /@[\w.-]*\bgsi\.gov\.uk\b/i;
const inventedDomain = /@[\w.-]+\.(example|test|invalid|localhost)\b|@example\.(com|org|net)\b/i;

/** Every text of a value, with the place it stands in. */
function textsOf(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, place === '' ? key : `${place}.${key}`));
}

/** Texts that must not stand anywhere: closed domains always; placeholders and invented addresses in a real tenant. C-27, X-CONF-1. */
export function checkTexts(rows: Record<string, unknown>, { isDemo }: { isDemo: boolean }): ConfigurationProblem[] {
  return textsOf(rows, '').flatMap(([field, text]): ConfigurationProblem[] => {
    if (closedDomain.test(text)) return [{ field, code: 'closedDomain' }];
    if (isDemo) return [];
    if (placeholder.test(text)) return [{ field, code: 'placeholder' }];
    return inventedDomain.test(text) ? [{ field, code: 'inventedAddress' }] : [];
  });
}
