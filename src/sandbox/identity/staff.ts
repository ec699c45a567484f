type Language = 'cy-GB' | 'en-GB';

export interface StaffEntry {
  key: string;
  given: string;
  surname: string;
  /** Bands count downwards: MB3 is below MB2 is below MB1 is below EB2 is below EB1 is below the senior civil service. */
  title: string;
  department: string;
  office: string;
  phone: string | null;
  language: Language | null;
  reportsTo: string | null;
  /** The account has been disabled. */
  left?: boolean;
  /** Home organisation of a guest. */
  guestOf?: string;
}

const cathaysPark = 'Cathays Park, Caerdydd';
const cy: Language = 'cy-GB';
const en: Language = 'en-GB';

/** Every telephone number lies in 029 2018 0000 to 0999, which Ofcom keeps free for drama. */
const phone = (last: number) => `+44 29 2018 0${String(last).padStart(3, '0')}`;

const row = (
  key: string,
  given: string,
  surname: string,
  title: string,
  department: string,
  office: string,
  last: number | null,
  language: Language | null,
  reportsTo: string | null,
): StaffEntry => ({
  key,
  given,
  surname,
  title,
  department,
  office,
  phone: last === null ? null : phone(last),
  language,
  reportsTo,
});

const grants = 'Rural Grants';
const security = 'Security';
const people = 'Human Resources';
const digital = 'Digital Services';
const facilities = 'Facilities';
const court = 'Family Court Advice';

export const staff: StaffEntry[] = [
  row('director', 'Gwenllian', 'Prothero', 'Director, SCS2', 'Office of the Director', cathaysPark, 1, cy, null),
  row('deputyDirector', 'Rhodri', 'Penhale', 'Deputy Director, SCS1', grants, cathaysPark, 10, cy, 'director'),
  row(
    'seniorManager',
    'Ffion',
    'Tregarth',
    'Head of Grants Operations, EB2',
    grants,
    cathaysPark,
    11,
    cy,
    'grantsHead',
  ),
  row('grantsHead', 'Martin', 'Ashgrove', 'Head of Branch, EB1', grants, cathaysPark, 12, en, 'deputyDirector'),
  row('manager', 'Siân', 'Morlais', 'Grants Team Leader, MB1', grants, cathaysPark, 20, cy, 'seniorManager'),
  row('reporter', 'Carys', 'Llwyd-Fenn', 'Grants Officer, MB3', grants, cathaysPark, 21, cy, 'manager'),
  row('colleague', 'Tom', 'Hathersedge', 'Grants Officer, MB3', grants, cathaysPark, 22, en, 'manager'),
  row('grants3', 'Anwen', 'Dŵr', 'Grants Officer, MB3', grants, 'Rhodfa Padarn, Aberystwyth', 23, cy, 'manager'),
  row(
    'grants4',
    'Idris',
    'Caradog-Webb',
    'Grants Officer, MB3',
    grants,
    'Rhodfa Padarn, Aberystwyth',
    24,
    cy,
    'manager',
  ),
  row(
    'grants5',
    'Priya',
    'Ravensworth',
    'Grants Officer, MB2',
    grants,
    'Sarn Mynach, Llandudno Junction',
    25,
    en,
    'manager',
  ),
  row('grants6', 'Owen', 'Larkfield', 'Grants Support Officer, TS', grants, cathaysPark, null, en, 'manager'),
  row('grants7', 'Tŷfaen', 'Glaslyn', 'Payments Officer, MB3', grants, cathaysPark, 27, cy, 'grantsManager2'),
  row(
    'grantsManager2',
    'Beth',
    'Colwinstone',
    'Payments Team Leader, MB1',
    grants,
    cathaysPark,
    28,
    en,
    'seniorManager',
  ),
  row('grants8', 'Yusuf', 'Barrowdene', 'Payments Officer, MB3', grants, 'Merthyr Tudful', 29, en, 'grantsManager2'),
  row('securityHead', 'Delyth', 'Ystwyth', 'Head of Security, EB1', security, cathaysPark, 40, cy, 'director'),
  row('security', 'Gareth', 'Pwllheron', 'Security Adviser, MB1', security, cathaysPark, 41, cy, 'securityHead'),
  row('security2', 'Nadia', 'Stonecroft', 'Security Adviser, MB2', security, cathaysPark, 42, en, 'securityHead'),
  row(
    'security3',
    'Elin',
    'Hafodwen',
    'Security Officer, MB3',
    security,
    'Sarn Mynach, Llandudno Junction',
    43,
    cy,
    'securityHead',
  ),
  row('digitalHead', 'Stephen', 'Marlowick', 'Head of Digital, EB1', digital, cathaysPark, 50, en, 'director'),
  row('itSecurity', 'Llinos', 'Brynmor', 'Cyber Security Analyst, MB1', digital, cathaysPark, 51, cy, 'digitalHead'),
  row(
    'itSecurity2',
    'Aaron',
    'Quillfeather',
    'Cyber Security Analyst, MB2',
    digital,
    cathaysPark,
    52,
    en,
    'digitalHead',
  ),
  row('helpDesk', 'Megan', 'Oakhanger', 'Help Desk Analyst, MB3', digital, 'Merthyr Tudful', 53, en, 'digitalHead'),
  row('helpDesk2', 'Dafydd', 'Nantlais', 'Help Desk Analyst, MB3', digital, 'Merthyr Tudful', 54, cy, 'digitalHead'),
  row(
    'administrator',
    'Hywel',
    'Castellan',
    'Platform Administrator, MB1',
    digital,
    cathaysPark,
    55,
    cy,
    'digitalHead',
  ),
  row('digital5', 'Chidi', 'Amberley', 'Developer, MB1', digital, cathaysPark, 56, en, 'digitalHead'),
  row(
    'facilitiesHead',
    'Rowena',
    'Thistlewood',
    'Head of Facilities, EB2',
    facilities,
    cathaysPark,
    60,
    en,
    'director',
  ),
  row('switchboard', 'Nerys', 'Pontfaen', 'Switchboard Operator, TS', facilities, cathaysPark, 0, cy, 'facilitiesHead'),
  row('switchboard2', 'Kevin', 'Dunraven-Lee', 'Receptionist, TS', facilities, cathaysPark, 61, en, 'facilitiesHead'),
  row(
    'facilities3',
    'Alun',
    'Coedmor',
    'Porter, TS',
    facilities,
    'Rhodfa Padarn, Aberystwyth',
    null,
    null,
    'facilitiesHead',
  ),
  row('hrHead', 'Catrin', 'Elfed-Shaw', 'Head of People, EB1', people, cathaysPark, 70, cy, 'director'),
  row('hr', 'Joanne', 'Merriwether', 'HR Caseworker, MB2', people, cathaysPark, 71, en, 'hrHead'),
  row('hr2', 'Gwyn', 'Tanybryn', 'HR Adviser, MB1', people, 'Sarn Mynach, Llandudno Junction', 72, cy, 'hrHead'),
  row('auditor', 'Angharad', 'Whitlock', 'Internal Auditor, MB1', 'Audit and Risk', cathaysPark, 80, cy, 'director'),
  row('press', 'Luned', 'Fairbourne', 'Press Officer, MB1', 'Communications', cathaysPark, 81, cy, 'director'),
  row(
    'records',
    'Peter',
    'Saltmarsh',
    'Information Rights Officer, MB2',
    'Audit and Risk',
    cathaysPark,
    82,
    en,
    'auditor',
  ),
  row('inspector', 'Ŵena', 'Glyndŵr-Hill', 'Field Inspector, MB2', grants, 'Llandrindod', 83, cy, 'grantsHead'),
  row('inspector2', 'Róisín', 'Blackmere', 'Field Inspector, MB2', grants, 'Llandrindod', 84, en, 'grantsHead'),
  row(
    'courtHead',
    'Meleri',
    'Brynteg-Ross',
    'Head of Family Court Advice, EB1',
    court,
    cathaysPark,
    90,
    cy,
    'director',
  ),
  row('courtAdviser', 'Ioan', 'Penrhyn-Ash', 'Family Court Adviser, MB1', court, 'Merthyr Tudful', 91, en, 'courtHead'),
  row('newStarter', 'Zara', 'Winterbourne', 'Policy Officer, MB2', 'Policy', cathaysPark, 85, en, null),
  { ...row('leaver', 'Colin', 'Underhay', 'Grants Officer, MB3', grants, cathaysPark, 86, en, 'manager'), left: true },
  {
    ...row('guest', 'Sam', 'Overcombe', 'Adviser', 'Partner body', 'Elsewhere', null, en, null),
    guestOf: 'partner.example',
  },
];
