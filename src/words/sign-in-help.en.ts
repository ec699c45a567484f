/**
 * Why a sign-in that was asked for came to nothing, and what to do now; pane and tab say it in the same words. `{button}` is the name of
 * the button that stands beside it. X-PART-1
 */
export const signInHelpEn = {
  administrator:
    'Someone who administers Microsoft 365 has to allow Urddas first. Send your IT help desk this address, and press “{button}” again once they have allowed it:',
  blocked: 'The sign-in window was blocked. Allow windows for this page, then press “{button}” again.',
  closed: 'You are not signed in yet. Press “{button}” when you are ready.',
  otherOrganisation:
    'That account belongs to another organisation. Press “{button}” again and choose your work account.',
  account: 'This account cannot sign in here. Ask your IT help desk about your account.',
  offline: 'The sign-in cannot be reached. Press “{button}” when there is a network.',
  failed: 'The sign-in did not work. Wait a moment and press “{button}” again. If it goes on, tell your IT help desk.',
  /** Said besides, where a report waits for it. */
  kept: 'Nothing is lost: your report is kept here.',
};
