import type { AssessmentSettings } from '../../domain/incident/assess-report.ts';
import type { Organisation } from '../organisation.ts';
import type { Absences } from './absences.ts';
import type { AuditTrail } from './audit.ts';
import type { CardChannel } from './card-channel.ts';
import type { Clock } from './clock.ts';
import type { StaffDirectory } from './directory.ts';
import type { EvidenceLibrary } from './evidence-library.ts';
import type { ServiceMailbox } from './mailbox.ts';
import type { Measures } from './measures.ts';
import type { NoticeWriter } from './notice-writer.ts';
import type { Readers } from './readers.ts';
import type { Register } from './register.ts';
import type { ServiceIntake } from './service-intake.ts';
import type { ServiceLog } from './service-log.ts';
import type { ServiceState } from './service-state.ts';
import type { SwitchboardList } from './switchboard-list.ts';
import type { WorkScope } from './work-scope.ts';

/** Everything the service's use cases need from outside. */
export interface ServicePorts {
  clock: Clock;
  intake: ServiceIntake;
  register: Register;
  audit: AuditTrail;
  absences: Absences;
  evidence: EvidenceLibrary;
  cards: CardChannel;
  /** The service mailbox. */
  mailbox: ServiceMailbox;
  directory: StaffDirectory;
  state: ServiceState;
  switchboard: SwitchboardList;
  readers: Readers;
  writer: NoticeWriter;
  log: ServiceLog;
  measures: Measures;
  scope: WorkScope;
  /** As the Config list stands now. */
  organisation: () => Organisation;
  /** For a reporter of this department in the directory; null where it names none. BEH-1.1-2 */
  rules: (department: string | null) => AssessmentSettings;
}
