import type { MouseEvent } from 'react';

/** Pressed with the mouse, a button leaves the focus where it is: whoever writes notes goes on writing. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
