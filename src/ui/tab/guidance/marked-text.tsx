import { Fragment } from 'react';
import type { Excerpt } from './search-guidance.ts';

/** A text with the words that were searched for marked. */
export function MarkedText({ text, marks }: Excerpt) {
  return marks.map(({ start, end }, index) => (
    <Fragment key={start}>
      {text.slice(marks[index - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
      {index === marks.length - 1 ? text.slice(end) : null}
    </Fragment>
  ));
}
