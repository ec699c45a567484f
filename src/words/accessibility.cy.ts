import type { DocumentWords } from './guidance-words.ts';

/** Y datganiad hygyrchedd, i bwy bynnag sy’n defnyddio Urddas. B-A11Y-4 */
export const accessibilityCy: DocumentWords = {
  title: 'Hygyrchedd Urddas',
  summary:
    'Ar gyfer y cwarel yn Outlook, y tab yn Teams a’r cardiau, yn Gymraeg ac yn Saesneg. Y nod yw WCAG 2.2, lefel AA, fel y mae rheoliadau hygyrchedd 2018 ar gyfer cyrff y sector cyhoeddus yn gofyn.',
  sections: [
    {
      heading: 'Pa mor hygyrch ydyw',
      blocks: [
        'Yn rhannol. Fe’i profwyd gan ei ddatblygwyr a chan raglenni, ond nid eto gan bobl sy’n defnyddio darllenydd sgrin bob dydd.',
        [
          'Mae popeth yn gweithio â’r bysellfwrdd yn unig.',
          'Gellir ei ddefnyddio mewn golau, tywyll a chyferbyniad uchel, ar sgrin gul ac â thestun ddwywaith mor fawr.',
          'Yr hyn y mae lliw yn ei ddweud, mae geiriau’n ei ddweud hefyd.',
          'Nid oes terfyn amser ar ddim. Cedwir yr hyn rydych yn ei deipio, drwy ffenestr wedi’i chau a rhwydwaith wedi’i golli, lle caiff y porwr ei storio.',
        ],
      ],
    },
    {
      heading: 'Beth nad yw’n gweithio’n llawn',
      blocks: [
        [
          'Gall botwm yng ngherdyn rheolwr gael ei dorri ar ffôn bach. Mae’r un adroddiad yn y tab hwn, o dan “Fy nhîm”.',
          'Mae rhestrau yn SharePoint ei hun yn anodd eu defnyddio â darllenydd sgrin. Mae’r tab yn dangos yr un rhestr.',
          'Ni ddisgrifir ffotograffau a recordiadau y mae rhywun yn eu hatodi. Mae’r cofnod yn dweud beth a ysgrifennodd yr adroddwr amdanynt.',
          'Microsoft biau’r tudalennau y mae Outlook, Teams a SharePoint yn eu rhoi o amgylch ein rhai ni, a Microsoft ei hun sy’n rhoi gwybod am eu hygyrchedd.',
        ],
      ],
    },
    {
      heading: 'Os na allwch ei ddefnyddio',
      blocks: [
        'Rhowch wybod dros y ffôn neu ar bapur, fel y dywed y canllawiau. Gall rhywun arall hefyd gofnodi adroddiad drosoch; mae’n eich enwi chi fel y person y digwyddodd iddo.',
        'Dywedwch wrth y ddesg gymorth beth na weithiodd, ac ym mha ffurf y mae ei angen arnoch.',
        { contacts: ['helpDesk'] },
      ],
    },
    {
      heading: 'Os nad ydych yn fodlon ar yr ateb',
      blocks: [
        'Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi’r rheoliadau. Mae’r Gwasanaeth Cynghori a Chefnogi Cydraddoldeb yn eich cynghori, yng Nghymru hefyd.',
      ],
    },
    {
      heading: 'Am y datganiad hwn',
      blocks: ['Paratowyd ar 29 Tachwedd 2026, o’r hyn a ddangosodd y profion y diwrnod hwnnw.'],
    },
  ],
};
