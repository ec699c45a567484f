/** Why something added to an own report was not taken, and what to do instead. Codes come from the service. */
export const entryRefusalsEn = {
  amendment: {
    title: (when: string) => `What you added on ${when} was not taken.`,
    reasons: {
      closed:
        'The report is closed already. Please report what you know now as a new report, and name this number in it.',
      withdrawn: 'The report had been withdrawn. Please report it anew.',
      otherRegister:
        'A report about a colleague goes to other people than this one does. Please report it anew as “From a colleague”, and withdraw this one.',
      welfarePath:
        'A record of somebody who needed help is kept apart from all others. Please report it anew under the other kind, and withdraw this one.',
      tooLarge: 'The record has no room for more. Please report the rest as a new report, and name this number in it.',
      notYours: 'Only whoever made a report can add to it.',
    },
    managerOut: 'That your manager is involved was taken all the same: they can no longer see the report.',
  },
  withdrawal: {
    title: (when: string) => `Your report was not withdrawn on ${when}.`,
    reasons: {
      acknowledged: 'Security has acknowledged it already. Please ask Security if it should be withdrawn.',
      notYours: 'Only whoever made a report can withdraw it.',
    },
  },
  answer: {
    title: (when: string) => `Your answer of ${when} was not taken.`,
    reasons: {
      alreadyAnswered:
        'The question had been answered already: by you on another device, or by your manager, who noted what you told them. If something is missing, please tell them.',
      withdrawn: 'The report had been withdrawn.',
      merged: 'The report had been joined to another one. Please tell your manager.',
      movedOn: 'The question is not there any more. Please tell your manager.',
      notYours: 'Only whoever made a report can answer about it.',
    },
    youWrote: (text: string) => `You wrote: “${text}”`,
  },
  report: {
    otherAuthor:
      'This report could not be recorded under its number. Please report it anew. What you wrote is still here.',
    unreadable: 'This report could not be read. Please report it anew. What you wrote is still here.',
  },
  other: 'Please try again, or tell Security.',
};
