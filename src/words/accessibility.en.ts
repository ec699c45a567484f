import type { DocumentWords } from './guidance-words.ts';

/** The accessibility statement, for whoever uses Urddas; `docs/accessibility.md` is it for whoever installs it. B-A11Y-4 */
export const accessibilityEn: DocumentWords = {
  title: 'Accessibility of Urddas',
  summary:
    'For the pane in Outlook, the tab in Teams and the cards, in English and Welsh. They are to meet WCAG 2.2, level AA, as the accessibility regulations for public sector bodies of 2018 ask.',
  sections: [
    {
      heading: 'How accessible it is',
      blocks: [
        'Partly. It was tested by its developers and by programs, not yet by people who use a screen reader every day.',
        [
          'Everything works by keyboard alone.',
          'It can be used in light, dark and high contrast, on a narrow screen and with text twice as large.',
          'What a colour says, words say too.',
          'Nothing has a time limit. What you type is kept, through a closed window and a lost network, where the browser may store it.',
        ],
      ],
    },
    {
      heading: 'What does not work fully',
      blocks: [
        [
          'A button in a manager’s card can be cut off on a small phone. The same report is in this tab, under “My team”.',
          'Lists in SharePoint itself are hard to use with a screen reader. The tab shows the same list.',
          'Photographs and recordings that somebody attaches are not described. The record says what the reporter wrote about them.',
          'The pages that Outlook, Teams and SharePoint put around ours are Microsoft’s, which tells of their accessibility itself.',
        ],
      ],
    },
    {
      heading: 'If you cannot use it',
      blocks: [
        'Report by telephone or on paper, as the guidance says. Somebody else can also enter a report for you; it names you as the person it happened to.',
        'Tell the help desk what did not work, and in which form you need it.',
        { contacts: ['helpDesk'] },
      ],
    },
    {
      heading: 'If you are not content with the answer',
      blocks: [
        'The Equality and Human Rights Commission enforces the regulations. The Equality Advisory and Support Service advises you, in Wales too.',
      ],
    },
    {
      heading: 'About this statement',
      blocks: ['Prepared on 29 November 2026, from what the tests showed on that day.'],
    },
  ],
};
