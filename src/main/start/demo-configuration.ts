import type { ConfigurationRows } from '../../application/check-organisation.ts';

/** The stand-in organisation. */
export const demoOrganisation = { en: 'Glanrafon Public Services', cy: 'Gwasanaethau Glanrafon' };

/**
 * A filled example for the stand-in organisation. Its addresses are the organisation's own; its numbers are from
 * Ofcom's range for drama, save the public ones (999, and the employee assistance line of the source documents).
 */
export function demoConfiguration(domain: string): ConfigurationRows {
  const at = (name: string) => `${name}@${domain}`;
  const toTeam = (name: string) => ({ address: at(name), language: null });
  return {
    organisationName: demoOrganisation,
    contacts: [
      {
        role: 'emergency',
        name: { en: 'Police, fire, ambulance', cy: 'Heddlu, tân, ambiwlans' },
        phone: '999',
        address: null,
      },
      {
        role: 'security',
        name: { en: 'Security', cy: 'Diogelwch' },
        phone: '029 2018 0333',
        address: at('diogelwch'),
      },
      {
        role: 'facilities',
        name: { en: 'Facilities Security', cy: 'Diogelwch Cyfleusterau' },
        phone: '3333',
        address: at('cyfleusterau'),
      },
      {
        role: 'itSecurity',
        name: { en: 'IT Security', cy: 'Diogelwch TG' },
        phone: '029 2018 0350',
        address: at('seiberddiogelwch'),
      },
      {
        role: 'helpDesk',
        name: { en: 'Help Desk', cy: 'Desg Gymorth' },
        phone: '029 2018 0400',
        address: at('desg.gymorth'),
      },
      {
        role: 'hrPartner',
        name: { en: 'Human Resources', cy: 'Adnoddau Dynol' },
        phone: '029 2018 0420',
        address: at('adnoddau.dynol'),
      },
      {
        role: 'switchboard',
        name: { en: 'Switchboard', cy: 'Switsfwrdd' },
        phone: '029 2018 0100',
        address: at('switsfwrdd'),
      },
      {
        role: 'occupationalHealth',
        name: { en: 'Occupational Health', cy: 'Iechyd Galwedigaethol' },
        phone: '029 2018 0430',
        address: at('iechyd.galwedigaethol'),
      },
      {
        role: 'employeeAssistance',
        name: { en: 'Employee Assistance Programme', cy: 'Rhaglen Cymorth i Weithwyr' },
        phone: '0800 282 193',
        address: null,
      },
    ],
    recipients: {
      security: toTeam('diogelwch'),
      facilities: toTeam('cyfleusterau'),
      itSecurity: toTeam('seiberddiogelwch'),
      informationSecurity: toTeam('seiberddiogelwch'),
      helpDesk: toTeam('desg.gymorth'),
      hrPartner: toTeam('adnoddau.dynol'),
      switchboard: toTeam('switsfwrdd'),
      deputyDirector: toTeam('rhodri.penhale'),
      informationRights: toTeam('hawliau.gwybodaeth'),
      healthEnquiries: toTeam('ymholiadau.iechyd'),
    },
    hours: { opensAt: '08:30', closesAt: '17:30', guardedFrom: '07:00', guardedUntil: '19:00' },
    sites: [
      {
        id: 'cathays',
        name: { en: 'Cathays Park', cy: 'Parc Cathays' },
        isCathaysPark: true,
        address: { en: 'Cathays Park, Cardiff, CF10 0XX', cy: 'Parc Cathays, Caerdydd, CF10 0XX' },
        phone: '029 2018 0100',
        securityPhone: '3333',
        bombInstructions: null,
        receptionAddress: at('derbynfa.cathays'),
      },
      {
        id: 'glanrafon',
        name: { en: 'Glanrafon House', cy: 'Tŷ Glanrafon' },
        isCathaysPark: false,
        address: { en: '1 Riverside, Glanrafon, ZZ99 1AA', cy: '1 Glan yr Afon, Glanrafon, ZZ99 1AA' },
        phone: '01632 960 200',
        securityPhone: null,
        bombInstructions: null,
        receptionAddress: at('derbynfa.glanrafon'),
      },
      {
        id: 'pen-y-bont',
        name: { en: 'Pen-y-bont Office', cy: 'Swyddfa Pen-y-bont' },
        isCathaysPark: false,
        address: { en: '12 High Street, Pen-y-bont, ZZ99 2BB', cy: '12 Stryd Fawr, Pen-y-bont, ZZ99 2BB' },
        phone: '01632 960 300',
        securityPhone: '01632 960 333',
        bombInstructions: {
          en: 'Ring the guard at the front desk. The guard rings 999 and clears the building.',
          cy: 'Ffoniwch y gard wrth y ddesg flaen. Bydd y gard yn ffonio 999 ac yn gwagio’r adeilad.',
        },
        receptionAddress: at('derbynfa.penybont'),
      },
    ],
    areas: [
      {
        id: 'family-court',
        name: { en: 'Family court advice', cy: 'Cyngor llys teulu' },
        departments: ['Family Court Advice'],
        heightenedExposure: true,
        alsoTell: [toTeam('llys.teulu')],
      },
    ],
    retention: { strategy: 'longest', caseExtends: true, months: {} },
    deadlines: { managerDutyMinutes: 30 },
  };
}
