/** Someone in the organisation's directory. `id` is the Entra object id. */
export interface Staff {
  id: string;
  name: string;
  /** Sign-in name, which is also the address notices go to. */
  address: string;
}
