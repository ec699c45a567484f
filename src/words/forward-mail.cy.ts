import type { forwardMailEn } from './forward-mail.en.ts';

export const forwardMailCy: typeof forwardMailEn = {
  subject: 'E-bost yr adroddwyd amdano {reference}',
  text: 'Rhoddwyd gwybod am e-bost annerbyniol. Mae’r gwreiddiol wedi’i atodi, fel y’i derbyniwyd.\nCyfeirnod: {reference}\nCyflwyniad: {submissionId}\nSHA-256: {sha256}\n\nPeidiwch ag ateb yr anfonwr, os gwelwch yn dda.',
  fileName: 'e-bost-{reference}.eml',
};
