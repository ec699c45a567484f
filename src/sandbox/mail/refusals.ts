import { GraphFailure } from '../http.ts';

/** Exchange's refusals, in the words and codes that Graph passes on. */
export const accessDenied = () =>
  new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

export const itemNotFound = () =>
  new GraphFailure(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const folderNotFound = () =>
  new GraphFailure(404, 'ErrorFolderNotFound', 'The specified folder could not be found in the store.');

export const invalidUser = (user: string) =>
  new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`);

export const invalidRequest = (message: string) => new GraphFailure(400, 'RequestBodyRead', message);

export const invalidFilter = (message: string) =>
  new GraphFailure(400, 'BadRequest', `Invalid filter clause: ${message}`);

export const unknownProperty = (name: string) =>
  new GraphFailure(
    400,
    'RequestBroker--ParseUri',
    `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Message'.`,
  );

export const inefficientFilter = () =>
  new GraphFailure(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.');

export const changeKeyMismatch = () =>
  new GraphFailure(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );

export const tooLarge = (message: string) => new GraphFailure(413, 'ErrorMessageSizeExceeded', message);

export const invalidRecipients = () =>
  new GraphFailure(400, 'ErrorInvalidRecipients', "At least one recipient isn't valid.");

export const mailboxConcurrency = () =>
  new GraphFailure(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    'retry-after': '1',
  });

export const uploadThrottled = (retryAfter: number) =>
  new GraphFailure(429, 'ApplicationThrottled', 'Application is over its upload limit for this mailbox.', {
    'retry-after': String(retryAfter),
  });
