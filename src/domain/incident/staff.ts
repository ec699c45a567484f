/** Someone in the organisation's directory. `id` is the Entra object id. */
export interface Staff {
  id: string;
  name: string;
  /** Where notices go: the mailbox's main address, the sign-in name where the directory knows none. */
  address: string;
}
