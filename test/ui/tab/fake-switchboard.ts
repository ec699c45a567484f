import type {
  AnsweredQuestion,
  BoardQuestion,
  SwitchboardBoard,
} from '../../../src/application/ports/switchboard-board.ts';

/** Two open questions and one that a colleague has answered; a question added later comes by `waiting`. */
export interface FakeSwitchboard {
  open: BoardQuestion[];
  answered: AnsweredQuestion[];
}

export function fakeSwitchboard(call: (name: string) => Promise<void>, mayAnswer: boolean) {
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const state: FakeSwitchboard = {
    open: [
      { itemId: '2', etag: '"1"', callAt: at(4), extension: '20417' },
      { itemId: '1', etag: '"1"', callAt: '2026-03-03T09:05:00.000Z', extension: '4321' },
    ],
    answered: [
      {
        itemId: '3',
        etag: '"4"',
        callAt: at(90),
        extension: '20500',
        answer: { putThrough: 'yes', nameQuoted: 'Mr Jones', numberQuoted: '01632 960 123' },
        answeredAt: at(80),
        answeredBy: 'Kevin Dunraven-Lee',
      },
    ],
  };
  const board: SwitchboardBoard = {
    mayAnswer: async () => {
      await call('mayAnswer');
      return mayAnswer;
    },
    questions: async () => {
      await call('questions');
      return structuredClone(state);
    },
    answer: async ({ itemId }, answer) => {
      await call('answer');
      const question = [...state.open, ...state.answered].find((each) => each.itemId === itemId);
      if (!question) throw new Error('no such question');
      state.open = state.open.filter((each) => each.itemId !== itemId);
      const { etag, callAt, extension } = question;
      const answered = { itemId, etag, callAt, extension, answer, answeredAt: at(0), answeredBy: '' };
      state.answered = [answered, ...state.answered.filter((each) => each.itemId !== itemId)];
    },
  };
  return { state, board };
}
