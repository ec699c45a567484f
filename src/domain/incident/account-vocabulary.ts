/** Where a report begins: the ways in that the tab offers. COM-3.3-1, COM-1.4-1, BEH-4.1-2, BEH-4.2-1, BEH-7.1-1. */
export const situations = [
  'call',
  'voicemail',
  'emailElsewhere',
  'letter',
  'inPerson',
  'socialMedia',
  'otherElectronic',
  'visitorConcern',
  'safetyConcern',
  'homeThreat',
] as const;
export type Situation = (typeof situations)[number];

export const yesNoUnsure = ['yes', 'no', 'unsure'] as const;
export type YesNoUnsure = (typeof yesNoUnsure)[number];

/** Where the person was. `offSite` is other work away from the organisation's buildings. BEH-6.1-1, BEH-12.1-1. */
export const whereabouts = ['office', 'offSite', 'atHome', 'online', 'unknown'] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** Why an abusive call could not go on. COM-3a-0; C-34: an allegation alone raises no severity. */
export const abuseReasons = [
  'abusiveLanguage',
  'noSubstance',
  'alreadyAnswered',
  'notBorneOut',
  'outsideResponsibility',
] as const;
export type AbuseReason = (typeof abuseReasons)[number];

/** Unreasonable demands and persistence. POL-3.2-2, COM-1.2-1. */
export const demandTags = [
  'unreasonableDeadline',
  'excessiveContact',
  'duplicates',
  'shiftingComplaint',
  'refusesDecision',
  'outsideHours',
  'insistsOnAnotherPerson',
  'insistsAfterClosure',
  'beyondRemit',
] as const;
export type DemandTag = (typeof demandTags)[number];

/** Aggressive, abusive or offensive. POL-3.2-1. */
export const abuseTags = [
  'violenceOrThreat',
  'manipulative',
  'swearingOrInsult',
  'offensiveTone',
  'rudeness',
  'threatOfHarm',
  'continualContact',
] as const;
export type AbuseTag = (typeof abuseTags)[number];

/** Perceived hostility; asked of nobody, special-category data. B-EVD-5. */
export const hostilityStrands = ['race', 'religion', 'disability', 'orientation', 'transgenderIdentity'] as const;
export type HostilityStrand = (typeof hostilityStrands)[number];

export const lines = ['landline', 'mobile', 'cannotTell'] as const;
export type Line = (typeof lines)[number];

export const voices = ['male', 'female', 'cannotTell'] as const;
export type Voice = (typeof voices)[number];

export const rings = ['external', 'internal', 'unsure'] as const;
export type Ring = (typeof rings)[number];

/** ANX-9 and the checklist for bomb calls. */
export const backgrounds = [
  'outdoors',
  'indoors',
  'office',
  'television',
  'talking',
  'street',
  'loudspeaker',
  'traffic',
  'none',
  'other',
] as const;
export type Background = (typeof backgrounds)[number];

/** ANX-12: how the caller could know the name. */
export const nameSources = ['greeting', 'voicemailMessage', 'neither', 'unsure'] as const;
export type NameSource = (typeof nameSources)[number];

export const recognitions = ['no', 'maybe', 'yes'] as const;
export type Recognition = (typeof recognitions)[number];

export const callEnders = ['me', 'caller', 'cutOff'] as const;
export type CallEnder = (typeof callEnders)[number];

/** COM-3e-4, B-BOMB-1: how the caller spoke. */
export const bombSpeech = ['wellSpoken', 'irrational', 'offensive', 'taped', 'readOut', 'swearing'] as const;
export type BombSpeech = (typeof bombSpeech)[number];

export const bombMoods = ['calm', 'angry', 'laughing', 'disguised', 'intoxicated', 'agitated'] as const;
export type BombMood = (typeof bombMoods)[number];

/** Whom help was asked of while a caller was in danger. COM-3d-3. */
export const helpers = ['police', 'ambulance', 'security', 'socialServices'] as const;
export type Helper = (typeof helpers)[number];

export const assaultDegrees = ['attempt', 'physical', 'seriousPhysical'] as const;
export type AssaultDegree = (typeof assaultDegrees)[number];

export const witnessRoles = ['witness', 'firstAider'] as const;
export type WitnessRole = (typeof witnessRoles)[number];

export const propertyOwners = ['personal', 'official', 'both'] as const;
export type PropertyOwner = (typeof propertyOwners)[number];

/** What the file shows; decides nothing but the words beside it. */
export const attachmentTypes = ['voicemail', 'audio', 'photo', 'scan', 'screenshot', 'email', 'other'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];
