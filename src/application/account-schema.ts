import * as v from 'valibot';
import type { Account } from '../domain/incident/account.ts';
import {
  abuseReasons,
  abuseTags,
  assaultDegrees,
  attachmentTypes,
  backgrounds,
  bombMoods,
  bombSpeech,
  callEnders,
  demandTags,
  helpers,
  hostilityStrands,
  lines,
  nameSources,
  propertyOwners,
  recognitions,
  rings,
  situations,
  voices,
  whereabouts,
  witnessRoles,
  yesNoUnsure,
} from '../domain/incident/account-vocabulary.ts';
import { isSubmissionId } from '../domain/incident/identity.ts';
import { accountLimits } from '../domain/incident/report-limits.ts';
import { severities } from '../domain/incident/vocabulary.ts';

const line = v.pipe(v.string(), v.maxLength(accountLimits.line));
const text = v.pipe(v.string(), v.maxLength(accountLimits.text));
const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((value) => !Number.isNaN(Date.parse(value))),
);
const day = v.pipe(v.string(), v.isoDate());
const staff = v.object({ id: v.pipe(v.string(), v.uuid()), name: line, address: line });
const setOf = <const T extends readonly string[]>(options: T) =>
  v.pipe(v.array(v.picklist(options)), v.maxLength(options.length));
const oneOf = <const T extends readonly string[]>(options: T) => v.nullable(v.picklist(options));
const manyOf = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(accountLimits.entries));

const callSchema = v.object({
  branch: line,
  division: line,
  extension: line,
  characteristics: text,
  background: setOf(backgrounds),
  backgroundOther: line,
  line: oneOf(lines),
  voice: oneOf(voices),
  accent: line,
  otherVoice: line,
  nameUsed: oneOf(yesNoUnsure),
  nameSource: oneOf(nameSources),
  recognised: oneOf(recognitions),
  recognisedAs: line,
  ring: oneOf(rings),
  switchboardQueryId: v.nullable(v.pipe(v.string(), v.check(isSubmissionId))),
  numberShown: line,
  number1471: line,
  warnedAt: v.nullable(instant),
  endedBy: oneOf(callEnders),
  voicemailLeft: v.boolean(),
  abuseReasons: setOf(abuseReasons),
  callRecordsWanted: v.boolean(),
});

const bombSchema = v.object({
  exactWords: text,
  whereNow: line,
  whenDetonates: line,
  appearance: line,
  trigger: line,
  placedByCaller: oneOf(yesNoUnsure),
  why: line,
  callerName: line,
  callerAddress: line,
  callerNumber: line,
  callerOrganisation: line,
  speech: setOf(bombSpeech),
  moods: setOf(bombMoods),
  voice: oneOf(voices),
  age: line,
  nationality: line,
  accent: line,
  background: setOf(backgrounds),
  backgroundOther: line,
  numberCalled: line,
  toldSecurityAt: v.nullable(instant),
  toldPoliceAt: v.nullable(instant),
  colleague: v.nullable(staff),
});

const welfareSchema = v.object({
  immediateDanger: oneOf(yesNoUnsure),
  harmDone: oneOf(yesNoUnsure),
  location: line,
  callbackNumber: line,
  contacted: manyOf(v.object({ who: v.picklist(helpers), at: instant })),
  healthMatter: oneOf(yesNoUnsure),
});

const assaultSchema = v.object({
  degree: v.picklist(assaultDegrees),
  injured: v.boolean(),
  injuryNote: line,
  absentFrom: v.nullable(day),
  absentTo: v.nullable(day),
});

const visitorSchema = v.object({ visitor: line, expectedOn: v.nullable(day), siteId: v.nullable(line), concern: text });

const attachmentSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,40}$/)),
  type: v.picklist(attachmentTypes),
  name: line,
  mediaType: line,
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  capturedAt: instant,
});

/** What the tab tells beyond the facts the rules look at, as it arrives from outside: nothing longer than the tab would make it. */
export const accountSchema = v.object({
  situation: v.picklist(situations),
  isTimeApproximate: v.boolean(),
  endedAt: v.nullable(instant),
  lateReason: line,
  verbatim: text,
  place: v.object({
    siteId: v.nullable(line),
    where: v.picklist(whereabouts),
    detail: line,
    loneWorking: v.boolean(),
  }),
  onBehalfOf: v.nullable(staff),
  affected: manyOf(staff),
  otherParty: v.object({ name: line, number: line, address: line, account: line, link: line }),
  abuseTags: setOf(abuseTags),
  demandTags: setOf(demandTags),
  hostility: setOf(hostilityStrands),
  demandImpact: text,
  repeated: v.boolean(),
  property: oneOf(propertyOwners),
  homeThreatReason: line,
  homeAdvice: v.picklist(['notAsked', 'wanted', 'declined']),
  stoppedForSafety: v.boolean(),
  seemedIntoxicated: v.boolean(),
  underlyingIssueOpen: oneOf(yesNoUnsure),
  raisedSeverity: oneOf(severities),
  witnesses: manyOf(v.object({ role: v.picklist(witnessRoles), staff: v.nullable(staff), name: line })),
  steps: manyOf(v.object({ stepId: line, at: instant })),
  notes: manyOf(v.object({ at: instant, text })),
  call: v.nullable(callSchema),
  bomb: v.nullable(bombSchema),
  welfare: v.nullable(welfareSchema),
  assault: v.nullable(assaultSchema),
  visitor: v.nullable(visitorSchema),
  attachments: v.pipe(v.array(attachmentSchema), v.maxLength(accountLimits.attachments)),
  wordingFindings: v.pipe(v.number(), v.integer(), v.minValue(0)),
}) satisfies v.GenericSchema<unknown, Account>;
