/** A registration that a person signs in to by a code, to make sites ready. */
export const codeRegistration = {
  name: 'Making sites ready',
  allowsPublicClient: true,
  delegatedConsent: ['Sites.FullControl.All', 'AllSites.FullControl'],
} as never;

/** The page and the code that the sentence names. */
export function codeIn(sentence: string): { at: string; code: string } {
  const [, at = '', code = ''] = /open (\S+) .* code (\w+)/.exec(sentence) ?? [];
  return { at, code };
}

/** Enters the code of that sentence, as the person does whom the stand-in names so; nobody (`''`) declines. */
export async function enterCode(sentence: string, persona: string): Promise<void> {
  const { at, code } = codeIn(sentence);
  await fetch(at, { method: 'POST', body: new URLSearchParams({ code, persona }) });
}
