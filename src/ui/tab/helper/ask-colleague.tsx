import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular, SlideTextRegular } from '@fluentui/react-icons';
import { useId, useRef, useState } from 'react';
import type { ColleagueReason, RingContact } from '../../../domain/procedures/procedure.ts';
import { showTime } from '../../shared/moments.ts';
import { SignInHelp } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';
import { useSignInPress } from '../use-sign-in-press.ts';
import { ChoiceButtons } from './choice-buttons.tsx';
import { FindColleague } from './find-colleague.tsx';
import { helperWordsIn, useHelperWords, useLive } from './helper-context.tsx';
import { keepFocus } from './keep-focus.ts';
import { messageFor } from './message-for-colleague.ts';
import { ReadOutLines } from './read-out-lines.tsx';
import { ringableFor } from './ringable.ts';
import { ShowCard } from './show-card.tsx';
import { useAsking } from './use-asking.ts';
import { type Asked, useHelpersAtHand } from './use-helpers-at-hand.ts';

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  big: { minHeight: '44px' },
  who: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
});

/**
 * Help, fetched without a word: one tap sends a message while the call and the notes go on; with no network the words are held
 * up to somebody. COM-3d-3, COM-3d-4, COM-3e-1, COM-3e-2
 */
export function AskColleague(props: {
  reason: ColleagueReason;
  ring: readonly RingContact[];
  title: string;
  onSent: () => void;
}) {
  const { reason, ring, title, onSent } = props;
  const { settings, ports } = useTab();
  const { draft, change, own, site } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const id = useId();
  const { suggested, remember } = useHelpersAtHand();
  const [added, setAdded] = useState<Asked[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const card = useRef<HTMLDialogElement>(null);

  const people = [...added, ...suggested.filter((each) => added.every((other) => other.id !== each.id))];
  const chosen = people.filter((each) => !left.has(each.id));
  const textFor = ({ language }: Asked) =>
    messageFor({
      language,
      reason,
      draft,
      own,
      site,
      ring: (each) =>
        ring.map((contact) =>
          ringableFor(contact, { contacts: settings.contacts, site, language: each, words: helperWordsIn[each] }),
        ),
    });
  const openChat = (to: Asked) => {
    // Where the host has no chats, the words can still be shown.
    ports.colleagues.compose(to, textFor(to)).then(
      (isOpen) => isOpen || card.current?.showModal(),
      () => card.current?.showModal(),
    );
  };
  const { asking, send } = useAsking(textFor, (sent) => {
    remember(sent);
    const [first] = sent;
    change((before) => {
      const { bomb } = before.account;
      if (!bomb || !first) return before;
      const { language: _, ...colleague } = first;
      return { ...before, account: { ...before.account, bomb: { ...bomb, colleague } } };
    });
    onSent();
  });
  const isSending = asking.state === 'sending';
  const signingIn = useSignInPress(() => {
    if (asking.state === 'done') send(asking.unsent);
  });
  const names = (list: readonly Asked[]) => list.map(({ name }) => name).join(words.colleague.and);
  const toggle = (each: string) =>
    setLeft((before) => new Set(before.has(each) ? [...before].filter((other) => other !== each) : [...before, each]));

  return (
    <div className={styles.panel}>
      <ReadOutLines reason={reason} ring={ring} />
      <div className={styles.who}>
        {people.length > 0 ? (
          <>
            <span id={id}>{words.colleague.choose}</span>
            <ChoiceButtons
              labelledBy={id}
              options={people.map((each) => each.id)}
              nameOf={(each) => people.find((other) => other.id === each)?.name ?? ''}
              chosen={chosen.map((each) => each.id)}
              onToggle={toggle}
            />
          </>
        ) : null}
        <FindColleague
          onFound={(found) => {
            setAdded((before) => [found, ...before.filter((each) => each.id !== found.id)]);
            // Whoever is looked for is meant; the others can be added again.
            setLeft(new Set(people.map((each) => each.id).filter((each) => each !== found.id)));
          }}
        />
      </div>
      <div className={styles.actions}>
        <Button
          className={styles.big}
          appearance="primary"
          icon={<SendRegular />}
          disabled={chosen.length === 0 || isSending}
          onMouseDown={keepFocus}
          onClick={() => send(chosen)}
        >
          {isSending
            ? words.colleague.sending
            : chosen.length === 0
              ? words.colleague.send
              : words.colleague.sendTo(names(chosen))}
        </Button>
        <Button className={styles.big} icon={<SlideTextRegular />} onClick={() => card.current?.showModal()}>
          {words.colleague.show}
        </Button>
      </div>
      <div role="status">
        {asking.state === 'done' && asking.sent.length > 0 ? (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{words.colleague.sent(names(asking.sent), showTime(asking.at))}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      {asking.state === 'done' && asking.unsent.length > 0 ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {asking.needsSignIn ? words.colleague.signIn : words.colleague.failed(names(asking.unsent))}
            {asking.needsSignIn && signingIn.obstacle ? (
              <SignInHelp obstacle={signingIn.obstacle} button={words.sent.signIn} />
            ) : null}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => card.current?.showModal()}>{words.colleague.show}</Button>
            {asking.needsSignIn ? (
              <Button onClick={signingIn.press}>{words.sent.signIn}</Button>
            ) : (
              <Button onClick={() => send(asking.unsent)}>{words.colleague.again(names(asking.unsent))}</Button>
            )}
            {asking.unsent[0] ? (
              <Button onClick={() => openChat(asking.unsent[0] as Asked)}>
                {words.colleague.openChat(asking.unsent[0].name)}
              </Button>
            ) : null}
          </MessageBarActions>
        </MessageBar>
      ) : null}
      <ShowCard dialog={card} title={title}>
        <ReadOutLines reason={reason} ring={ring} isForOthers />
      </ShowCard>
    </div>
  );
}
