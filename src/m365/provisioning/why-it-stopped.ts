import { isRemoteError, RemoteError, type RemoteErrorCode } from '../../application/remote-error.ts';

/** What it means for whoever runs it; what was asked and answered follows in brackets, for whoever is asked for help. */
const sentences: Partial<Record<RemoteErrorCode, string>> = {
  offline: 'No answer came. Look at the network',
  timeout: 'The answer did not come in time',
  server: 'Microsoft 365 failed at it',
  throttled: 'Microsoft 365 is asked for too much at once. Wait an hour',
  signInRequired: 'The sign-in has run out, or is not accepted here. Sign in again',
  forbidden:
    'You may not do this. Be an administrator of the site, and have the registration’s permissions consented to',
  conflict: 'Somebody else seems to make the same at this moment. Look who',
  notFound: 'It is not there any more. Look whether somebody else works on the site',
};

/** Our own sentences end like one; what an adapter says ends with a status or a word. */
const isSentence = (message: string) => /[.)]$/.test(message);

/** Why, for a person. What already is a sentence stands as it is. */
function whyOf({ code, message }: RemoteError): string {
  if (isSentence(message)) return message;
  if (message.startsWith('sign-in:') && code !== 'offline') {
    return `The sign-in was refused. Look at signIn in the request, and at its registration. (${message})`;
  }
  const sentence = sentences[code];
  return sentence === undefined ? `${message}.` : `${sentence}. (${message})`;
}

/** While the site was being read. Anything that is no `RemoteError` stays as it is: it is a fault of ours. */
export function stoppedReading(error: unknown): unknown {
  if (!isRemoteError(error) || isSentence(error.message)) return error;
  return again(error, `The site could not be read. ${whyOf(error)} Run it again: what is done stays done.`);
}

/** While something was being done: everything before it is done, and the next run goes on from there. */
export function stoppedDoing(error: unknown, what: string): unknown {
  if (!isRemoteError(error)) return error;
  return again(error, `${what}: not done. ${whyOf(error)} Run apply again: it goes on from here.`);
}

function again(error: RemoteError, message: string): RemoteError {
  const { code, status, retryAfterSeconds, requestId } = error;
  return new RemoteError(code, message, {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(requestId === undefined ? {} : { requestId }),
    cause: error,
  });
}
