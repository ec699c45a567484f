/**
 * What Microsoft's pages leave open, and how this tenant decides it. The defaults are what the product takes for granted;
 * each can be set to the other outcome.
 */
export interface Outcomes {
  /**
   * Whether a person's token without the right to manage lists (Sites.Selected, Sites.ReadWrite.All) shows the own rows of
   * a list where each sees the own only. `none` answers an empty list, as for an app (facts 1.7).
   */
  ownRows: 'own' | 'none';
  /** Whether list items can be asked for with `$orderby`, which no page documents (facts 1.3). */
  ordersRows: boolean;
  /** Most rows in one answer, whatever `$top` asks for. */
  mostRows: number;
  /** Most bytes of a bot's message (facts 4.1). */
  botMessageBytes: number;
  /** Whether SharePoint's own REST takes an app's token that was got by a signed assertion: a certificate, or a managed identity. */
  appOnlyRest: 'taken' | 'refused';
}

export const usualOutcomes: Readonly<Outcomes> = {
  ownRows: 'own',
  ordersRows: true,
  mostRows: 999,
  botMessageBytes: 40 * 1024,
  appOnlyRest: 'taken',
};
