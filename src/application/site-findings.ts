import { type GraveSiteFault, type SiteFault, type SiteFinding, siteFaults } from './ports/site-inspection.ts';

/** Whether the service may not begin with it, and gives nothing out while it lasts. Everything but how things look. */
export function stops({ fault }: SiteFinding): boolean {
  return isGrave(fault);
}

/** The same finding has the same name. */
export function nameOfFinding({ kind, list, part }: SiteFinding): string {
  return [kind, list ?? '', part ?? ''].join(' ');
}

/** For whoever asks from outside how the service is: what sort of thing is wrong, and neither where nor for whom. */
export function faultsOf(findings: readonly SiteFinding[]): GraveSiteFault[] {
  return siteFaults.filter(isGrave).filter((fault) => findings.some((finding) => finding.fault === fault));
}

function isGrave(fault: SiteFault): fault is GraveSiteFault {
  return fault !== 'looks' && fault !== 'pages';
}
