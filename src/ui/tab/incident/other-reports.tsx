import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { BoardIncident } from '../../../application/ports/board.ts';
import type { IncidentLink } from '../../../domain/incident/later-changes.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { incidentWords } from './describe-value.ts';
import { mayMove } from './may-move.ts';
import { ReasonForm } from './reason-form.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const number = /^UB-\d{4}-\d{6,}$/;

/** Several reports of one event: links both ways, and joining this one to the main one. BEH-8.14-1, T15 */
export function OtherReports(props: {
  opened: BoardIncident;
  onOpen: (itemId: string) => void;
  onJoin: (reference: string) => Promise<void>;
}) {
  const { onOpen, onJoin } = props;
  const { row, incident, history } = props.opened;
  const { language } = useTab();
  const words = incidentWords(language).join;
  const { cancel } = incidentWords(language);
  const styles = useStyles();
  const putBack = history.filter(({ action, detail }) => action === 'statePutBack' && detail.to === 'merged').length;
  const [known, setKnown] = useState<number | null>(null);
  const isRefused = known !== null && putBack > known && incident.mergedInto === null;
  useEffect(() => {
    if (incident.mergedInto !== null) setKnown(null);
  }, [incident.mergedInto]);

  const mayJoin = row.state === incident.state && mayMove('merge', incident);
  if (!mayJoin && !incident.mergedInto && incident.joined.length === 0 && row.state !== 'merged') return null;
  const check = (text: string) => {
    const wanted = text.toUpperCase();
    if (!number.test(wanted)) return words.wrong;
    return wanted === incident.reference ? words.self : null;
  };
  return (
    <Section heading={words.heading}>
      {incident.mergedInto ? <Links title={words.into} links={[incident.mergedInto]} onOpen={onOpen} /> : null}
      {incident.joined.length > 0 ? <Links title={words.joined} links={incident.joined} onOpen={onOpen} /> : null}
      <p className={styles.quiet}>{words.kept}</p>
      {isRefused ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{words.notJoined}</MessageBarBody>
        </MessageBar>
      ) : null}
      {mayJoin ? (
        <ReasonForm
          words={{ ...words, cancel }}
          isLong={false}
          check={check}
          onDo={async (text) => {
            setKnown(putBack);
            await onJoin(text.toUpperCase());
          }}
        />
      ) : null}
    </Section>
  );
}

function Links(props: { title: string; links: readonly IncidentLink[]; onOpen: (itemId: string) => void }) {
  const { language } = useTab();
  const words = incidentWords(language).join;
  const styles = useStyles();
  return (
    <>
      <Subtitle2 as="h3">{props.title}</Subtitle2>
      <ul className={styles.list}>
        {props.links.map(({ itemId, reference, by, at }) => (
          <li key={itemId}>
            <Button appearance="secondary" size="small" onClick={() => props.onOpen(itemId)}>
              {words.open(reference)}
            </Button>{' '}
            <span className={styles.quiet}>{words.by(by.name, formatDateTime(at, language))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
