/**
 * Application permissions of the service on Graph; docs/permissions.md says what each is for. `Sites.Selected` gives nothing but the one
 * site an administrator granted, and mail should be confined to the service's own mailbox in Exchange.
 */
export const applicationRoles = [
  'Sites.Selected',
  'Mail.ReadWrite',
  'Mail.Send',
  'User.Read.All',
  'GroupMember.Read.All',
  'TeamsAppInstallation.ReadForUser.All',
  'Chat.Read.WhereInstalled',
] as const;
