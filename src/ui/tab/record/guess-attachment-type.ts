import type { AttachmentType, Situation } from '../../../domain/incident/account-vocabulary.ts';

/** What a file most likely is; the person can say otherwise. */
export function guessAttachmentType({ type, name }: Pick<File, 'type' | 'name'>, situation: Situation): AttachmentType {
  if (type.startsWith('audio/')) return situation === 'call' || situation === 'voicemail' ? 'voicemail' : 'audio';
  if (type.startsWith('image/')) {
    if (situation === 'letter') return 'scan';
    const isScreen = situation === 'socialMedia' || situation === 'otherElectronic' || situation === 'emailElsewhere';
    return isScreen ? 'screenshot' : 'photo';
  }
  if (type === 'application/pdf') return 'scan';
  return type === 'message/rfc822' || /\.(eml|msg)$/i.test(name) ? 'email' : 'other';
}
