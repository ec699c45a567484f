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

/**
 * Those on SharePoint's own REST, which are consented to apart from Graph's: the service looks who may read the lists, which Graph has no
 * door to. The grant on the site is the same one.
 */
export const sharePointRoles = ['Sites.Selected'] as const;
