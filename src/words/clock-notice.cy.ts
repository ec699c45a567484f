import type { ClockFacts, clockNoticeEn } from './clock-notice.en.ts';
import { dateAndTime } from './reader.ts';
import { termsCy } from './terms.cy.ts';

const since = ({ severity, reportedAt }: ClockFacts) =>
  `Difrifoldeb: ${termsCy.severities[severity]}. Adroddwyd: ${dateAndTime(reportedAt, 'cy')}.`;

/** E-byst y mae cloc yn eu hanfon. */
export const clockNoticeCy: typeof clockNoticeEn = {
  answerReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: yn aros am eich ateb`,
    lines: [
      `Mae adroddiad ${facts.reference} o’ch tîm yn aros am eich ateb; mae hanner yr amser wedi mynd heibio.`,
      since(facts),
      'Atebwch ef ar y cerdyn yn eich sgwrs ag Urddas, os gwelwch yn dda.',
    ],
  }),
  answerEscalated: (facts) => ({
    subject: `Urddas ${facts.reference}: nid yw rheolwr wedi ateb`,
    lines: [
      `Nid yw rheolwr llinell wedi ateb adroddiad ${facts.reference} mewn pryd.`,
      since(facts),
      'Gofalwch ei fod yn cael ei ateb, gan y rheolwr neu gan ddirprwy. Dim ond iddynt hwy y mae’r hyn a adroddwyd yn agored.',
    ],
  }),
  answerUnheard: (facts) => ({
    subject: `Urddas ${facts.reference}: nid oes neb wedi ateb`,
    lines: [
      `Nid yw’r rheolwr llinell na neb uwch wedi ateb adroddiad ${facts.reference}.`,
      since(facts),
      'Edrychwch yn Urddas beth sydd ei angen, a gofalwch fod gan y sawl a roddodd wybod rywun i droi ato.',
    ],
  }),
  questionReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: mae cwestiwn eich rheolwr yn dal heb ei ateb`,
    lines: [
      `Mae cwestiwn eich rheolwr am adroddiad ${facts.reference} yn dal heb ei ateb.`,
      'Os gallwch, atebwch ef yn Urddas. Os na allwch, ni chollir dim: bydd eich adroddiad yn mynd yn ei flaen beth bynnag.',
    ],
  }),
  questionUnanswered: (facts) => ({
    subject: `Urddas ${facts.reference}: ni chafwyd ateb i’ch cwestiwn`,
    lines: [
      `Nid yw’r adroddwr wedi ateb eich cwestiwn am adroddiad ${facts.reference}.`,
      since(facts),
      'Gofynnwch wyneb yn wyneb, neu ewch ymlaen heb yr ateb; gallwch ei nodi yn Urddas.',
    ],
  }),
  acknowledgeReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: heb ei gydnabod eto`,
    lines: [
      `Nid yw adroddiad ${facts.reference} wedi’i gydnabod; mae hanner yr amser wedi mynd heibio.`,
      since(facts),
      'Cydnabyddwch ef yn Urddas, os gwelwch yn dda.',
    ],
  }),
  acknowledgeOverdue: (facts) => ({
    subject: `Urddas ${facts.reference}: cydnabyddiaeth yn hwyr`,
    lines: [
      `Nid yw Diogelwch wedi cydnabod adroddiad ${facts.reference} mewn pryd.`,
      since(facts),
      'Gofalwch ei fod yn cael ei gydnabod yn Urddas yn awr: mae’r adroddwr a’r rheolwr yn aros i glywed.',
    ],
  }),
  reviewReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’n bryd dechrau’r adolygiad`,
    lines: [
      `Mae adroddiad ${facts.reference} wedi’i gydnabod, ond nid yw’r adolygiad wedi dechrau.`,
      since(facts),
      'Dechreuwch yr adolygiad yn Urddas, os gwelwch yn dda.',
    ],
  }),
  reviewOverdue: (facts) => ({
    subject: `Urddas ${facts.reference}: adolygiad yn hwyr`,
    lines: [
      `Dylai’r adolygiad o adroddiad ${facts.reference} fod wedi dechrau ers tro.`,
      since(facts),
      'Gofalwch ei fod yn dechrau, neu fod yr adroddiad yn cael ei gau gyda rheswm.',
    ],
  }),
  taskReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: mae cais am ddiogelwch yn agored`,
    lines: [
      `Nid yw’r hyn y gofynnodd y rheolwr i chi amdano oherwydd adroddiad ${facts.reference} wedi’i drefnu eto.`,
      since(facts),
      'Gall rhywun fod mewn perygl. Agorwch ef yn Urddas a dywedwch yno pan fydd wedi’i drefnu.',
    ],
  }),
  statementReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: disgwylir datganiad`,
    lines: [
      `Gofynnwyd i chi am ddatganiad am adroddiad ${facts.reference}; nid yw wedi’i lofnodi eto.`,
      'Mae’r cof yn pylu gydag amser, felly ysgrifennwch ef yn fuan. Os na allwch, dywedwch wrth y sawl a ofynnodd i chi.',
    ],
  }),
  statementOverdue: (facts) => ({
    subject: `Urddas ${facts.reference}: ni ddaeth datganiad`,
    lines: [
      `Gofynnwyd am ddatganiad am adroddiad ${facts.reference}, ac ni ddaeth mewn pryd.`,
      'Siaradwch â’r person, neu dywedwch yn Urddas pam na ddaw un.',
    ],
  }),
  meetingReminder: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’r cyfarfod ar y diwrnod gwaith nesaf`,
    lines: [
      `Mae’r cyfarfod a drefnwyd gennych oherwydd adroddiad ${facts.reference} ar y diwrnod gwaith nesaf.`,
      'Gwnewch yn siŵr unwaith eto ei fod yn ddiogel, a bod y mesurau a enwyd gennych yn eu lle.',
    ],
  }),
  meetingWindowEnding: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’r amser ar gyfer cyfarfod yn dod i ben`,
    lines: [
      `Y diwrnod gwaith nesaf yw’r olaf y gellir cynnal cyfarfod oherwydd adroddiad ${facts.reference}.`,
      'Os ydych yn bwriadu cwrdd â’r person neu ysgrifennu ato, gwnewch hynny’n awr a dywedwch hynny yn Urddas. Os nad ydych, ni ofynnir dim gennych.',
    ],
  }),
};
