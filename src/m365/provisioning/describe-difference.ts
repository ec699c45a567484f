import { shownWords } from './column-definition.ts';
import type { Difference } from './difference.ts';
import { type ListSettings, versions } from './list-settings.ts';
import { levelNames } from './site-levels.ts';
import type { SiteGroup } from './site-plan.ts';

const settingWords: Record<keyof ListSettings, string> = {
  NoCrawl: 'kept out of search',
  EnableAttachments: 'no files beside rows',
  EnableVersioning: 'earlier versions kept',
  MajorVersionLimit: `at least ${versions} earlier versions`,
  ExcludeFromOfflineClient: 'not synchronised to computers',
  DisableCommenting: 'no comments beside rows',
};

const rowWords = { 1: 'every row', 2: 'their own rows alone', 4: 'none' } as const;

const groupWords: Record<SiteGroup, string> = {
  everyone: 'everyone but guests',
  security: 'Security',
  hr: 'HR',
  switchboard: 'the switchboard',
  auditors: 'the auditors',
  administrators: 'the administrators of Urddas',
};

/** One line for an administrator: what is wrong, and for what a person must do, what that is. The same for plan and apply. */
export function describeDifference(difference: Difference): string {
  const where = 'list' in difference ? `list ${difference.list}: ` : '';
  return where + sentence(difference);
}

function sentence(difference: Difference): string {
  switch (difference.kind) {
    case 'listMissing':
      return 'make it, with its columns';
    case 'listOfOtherShape':
      return `is a ${difference.found || 'list of another kind'}, and cannot be used. Rename or remove it, or use another site`;
    case 'listUnplanned':
      return 'is not in the plan. The app has full control of the whole site: keep nothing else here';
    case 'listTakenOver':
      return 'is there already, empty and made by somebody else. Urddas takes it over with the columns that it has, and who could see it no longer will: rename it before, if anybody wants it';
    case 'columnMissing':
      return `column ${difference.column}: make it`;
    case 'columnOfOtherType':
      return `column ${difference.column}: is of type ${difference.found}, must be ${difference.wanted}. Move what it holds elsewhere and delete the column; the next apply makes it`;
    case 'indexMissing':
    case 'notUnique':
      return `column ${difference.column}: ${difference.kind === 'notUnique' ? 'must hold no value twice' : 'index it'}${tooLate(difference)}`;
    case 'choicesMissing':
      return `column ${difference.column}: add ${difference.choices.join(', ')}`;
    case 'columnRequired':
      return `column ${difference.column}: forms must not demand it`;
    case 'columnUnworded': {
      const { displayName } = shownWords(difference.list, difference.column);
      const parts = { name: `call it "${displayName}"`, description: 'say what it is for' };
      return `column ${difference.column}: ${difference.what.map((part) => parts[part]).join(', and ')}`;
    }
    case 'columnRenamed':
      return `column ${difference.column}: is called "${difference.found}", left as it is`;
    case 'columnUnplanned':
      return `column ${difference.column}: is not in the plan, left as it is`;
    case 'levelMissing':
      return `permission level "${levelNames[difference.level]}": make it`;
    case 'levelOfOtherRights':
      return `permission level "${levelNames[difference.level]}": holds other rights than planned. Rename it; the next apply makes the right one. Then give it to the lists in place of the old one`;
    case 'membersMayShare':
      return 'site: only owners may share what is in it';
    case 'ownedByGroup':
      return 'site: belongs to a Microsoft 365 group, whose owners may read every list. Use a team site without a group';
    case 'siteAdministrator':
      return `site: ${difference.name} is its administrator, and may read every list`;
    case 'rowRules':
      return `people read ${rowWords[difference.readSecurity]}, and change ${rowWords[difference.writeSecurity]}`;
    case 'inheritsRights':
      return 'has rights of its own, and none of the site’s';
    case 'holderMissing':
      return `give "${levelNames[difference.role]}" to ${groupWords[difference.group]}`;
    case 'holderUnplanned':
      return `"${difference.holder}" holds "${difference.levels.join('", "')}", which is not in the plan. Take it away in the list’s permissions, or find out who gave it and why`;
    case 'earlierLevel':
      return `${groupWords[difference.group]} still holds "${levelNames[difference.before]}" besides, from an earlier Urddas, and may delete rows by it. "${levelNames[difference.role]}" is enough for all they do: take the other away in the list’s permissions`;
    case 'ownRightLeft':
      return 'take away the full control that SharePoint gave you when the list got rights of its own';
    case 'settingsDiffer':
      return (Object.keys(difference.settings) as (keyof ListSettings)[]).map((name) => settingWords[name]).join(', ');
    case 'viewMissing':
      return `view "${difference.view}": make it`;
    case 'viewDiffers':
      return `view "${difference.view}": put right its ${difference.what.join(', ')}`;
    case 'formatDiffers':
      return `column ${difference.column}: show it with a colour and a sign`;
    case 'shownInForm':
      return `leave what is Urddas’s own out of the form: ${difference.columns.join(', ')}`;
    case 'grantMissing':
      return `app ${difference.app}: full control of this one site`;
    case 'configMissing':
      return `Config ${difference.key}: add it`;
    case 'configDiffers':
      return `Config ${difference.key}: differs from the request, left as it is`;
  }
}

function tooLate({ effort, rows }: { effort: string; rows: number | null }): string {
  if (effort !== 'byHand') return '';
  return `. SharePoint makes no index on ${rows ?? 'so many'} rows: it allows 20000. Ask Microsoft's support, or begin a new list`;
}
