/** The mail that carries an original to IT Security; nobody knows which language its reader has (B-CY-3). */
export const forwardMailEn = {
  subject: 'Reported e-mail {reference}',
  text: 'An e-mail was reported as unacceptable. The original is attached, as it was received.\nReference: {reference}\nSubmission: {submissionId}\nSHA-256: {sha256}\n\nPlease do not answer the sender.',
  fileName: 'reported-{reference}.eml',
};
