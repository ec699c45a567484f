import type { startEn } from './start.en.ts';

/** Sgrin gyntaf y tab. */
export const startCy: typeof startEn = {
  heading: 'Beth sy’n digwydd?',
  safety: {
    heading: 'Os ydych mewn perygl',
    first: 'Ewch i rywle diogel yn gyntaf. Peidiwch â mentro dim. Siaradwch â’ch rheolwr pan allwch chi.',
    emergency: 'Ffonio 999',
    ring: (name, phone) => `Ffonio ${name}: ${phone}`,
  },
  questions: {
    heading: 'Mae angen eich ateb',
    asks: (name, reference) => `Mae ${name} yn gofyn rhywbeth i chi am adroddiad ${reference}.`,
    answer: 'Ateb',
    answerTo: (name, reference) => `Ateb ${name} am adroddiad ${reference}`,
  },
  unfinished: {
    heading: 'Nid ydych wedi gorffen',
    lead: 'Ar y ddyfais hon yn unig y cedwir hyn. Nid oes neb wedi cael gwybod amdano eto.',
    addition: (what) => `Ychwanegiad at adroddiad (${what})`,
    began: (what, when) => `${what}, dechreuwyd ${when}`,
    goOn: 'Parhau',
    goOnWith: (what) => `Parhau: ${what}`,
    discard: 'Dileu',
    discardWhat: (what) => `Dileu: ${what}`,
    confirm: 'Dileu’r cofnod hwn? Bydd yr hyn a ysgrifennwyd gennych yn diflannu am byth.',
    confirmYes: 'Ie, ei ddileu',
    confirmNo: 'Ei gadw',
    failed: 'Nid oedd modd ei ddileu. Rhowch gynnig arall arni.',
  },
  calls: {
    heading: 'Galwad ffôn',
    lead: 'Un tap, a chewch weld beth i’w wneud. Cedwir eich nodiadau wrth i chi eu hysgrifennu.',
    now: 'Yn digwydd nawr',
    over: 'Mae drosodd',
    overOf: (kind) => `Mae drosodd: ${kind}`,
    kinds: {
      abusive: { name: 'Galwad sarhaus', hint: 'Sarhad, bygythiadau, neu’r un peth dro ar ôl tro' },
      sexualMalicious: { name: 'Galwad rywiol neu faleisus', hint: 'Anweddus, neu er mwyn codi ofn' },
      hoax: { name: 'Galwad ffug', hint: 'Stori gelwydd neu esgus' },
      suicideThreat: { name: 'Rhywun a allai roi diwedd ar ei fywyd', hint: 'Neu sy’n meddwl am wneud hynny' },
      bombThreat: { name: 'Bygythiad bom', hint: 'Unrhyw adeilad, boed yn wir ai peidio' },
      internal: { name: 'Galwad gan gydweithiwr', hint: 'Rhywun sy’n gweithio yma' },
    },
  },
  others: {
    heading: 'Digwyddodd rhywbeth arall',
    lead: 'Os e-bost yn Outlook ydyw, agorwch ef yno a dewiswch “Adrodd am gam-drin”.',
    inPersonNow: 'Mae rhywun yn fy ngham-drin wyneb yn wyneb nawr',
    situations: {
      voicemail: 'Neges llais',
      emailElsewhere: 'E-bost y tu allan i Outlook',
      letter: 'Llythyr neu barsel',
      inPerson: 'Rhywun wyneb yn wyneb',
      socialMedia: 'Ar y cyfryngau cymdeithasol',
      otherElectronic: 'Neges destun neu neges arall',
      visitorConcern: 'Ymwelydd rwy’n poeni amdano',
      safetyConcern: 'Mae gen i bryder am fy niogelwch',
      homeThreat: 'Bygythiad am fy nghartref neu fy nheulu',
    },
  },
};
