import type { accountTermsEn } from './account-terms.en.ts';

/** Enwau’r atebion mewn cofnod. */
export const accountTermsCy: typeof accountTermsEn = {
  yesNoUnsure: { yes: 'Oes / Ydy', no: 'Nac oes / Nac ydy', unsure: 'Ddim yn siŵr' },
  abuseReasons: {
    abusiveLanguage: 'Iaith sarhaus',
    noSubstance: 'Cyhuddiadau di-sail',
    alreadyAnswered: 'Wedi’i ateb eisoes',
    notBorneOut: 'Ein cofnodion ddim yn ei gadarnhau',
    outsideResponsibility: 'Nid ein cyfrifoldeb ni',
  },
  lines: { landline: 'Llinell dir', mobile: 'Ffôn symudol', cannotTell: 'Methu dweud' },
  voices: { male: 'Dyn', female: 'Menyw', cannotTell: 'Methu dweud' },
  rings: { external: 'Allanol', internal: 'Mewnol', unsure: 'Ddim yn siŵr' },
  backgrounds: {
    outdoors: 'Yn yr awyr agored',
    indoors: 'Dan do',
    office: 'Swyddfa',
    television: 'Teledu neu radio',
    talking: 'Pobl yn siarad',
    street: 'Stryd',
    loudspeaker: 'Uchelseinydd',
    traffic: 'Traffig',
    none: 'Dim byd',
    other: 'Rhywbeth arall',
  },
  nameSources: {
    greeting: 'Fi a’i dywedodd wrth ateb',
    voicemailMessage: 'Mae ar fy neges llais',
    neither: 'Y naill na’r llall',
    unsure: 'Ddim yn siŵr',
  },
  recognitions: { no: 'Naddo', maybe: 'Efallai', yes: 'Do' },
  bombSpeech: {
    wellSpoken: 'Siarad yn goeth',
    irrational: 'Dryslyd',
    offensive: 'Sarhaus',
    taped: 'Wedi’i recordio',
    readOut: 'Yn darllen',
    swearing: 'Rhegi',
  },
  bombMoods: {
    calm: 'Digynnwrf',
    angry: 'Dig',
    laughing: 'Yn chwerthin',
    disguised: 'Llais wedi’i guddio',
    intoxicated: 'Wedi meddwi neu ar gyffuriau',
    agitated: 'Cynhyrfus',
  },
  helpers: {
    police: 'Yr heddlu',
    ambulance: 'Ambiwlans',
    security: 'Diogelwch',
    socialServices: 'Gwasanaethau cymdeithasol',
  },
};
