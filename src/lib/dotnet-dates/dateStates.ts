/**
 * The forms that a date or a time may have, as a machine: what has been read so far, and what comes
 * next. When a form is complete, the machine starts over for what follows: `2024-12-23` and `13:30`.
 */

/** What comes next: a number, a month or a year with what stands behind it, or a word. */
export type Step =
  | 'end'
  | 'number, end'
  | 'number, half'
  | 'number, space'
  | 'number, date'
  | 'number, time'
  | 'month, end'
  | 'month, space'
  | 'month, date'
  | 'date suffix'
  | 'time suffix'
  | 'day of week'
  | 'year, space'
  | 'year, date'
  | 'year, end'
  | 'zone'
  | 'era';

/** N is a number, Y a year, M a month, S a number with a suffix; a sign stands where it stood. */
export type State =
  | 'start'
  | 'N'
  | 'N N'
  | 'N/'
  | 'N/N'
  | 'N/N/'
  | 'M'
  | 'M N'
  | 'N M'
  | 'M N/'
  | 'N S'
  | 'Y'
  | 'Y N'
  | 'Y N/'
  | 'Y M'
  | 'Y M/'
  | 'S'
  | 'time S'
  | 'N:'
  | 'N:N:';

/** A form that is complete. */
export type Form =
  | 'date NN'
  | 'date NNN'
  | 'date MN'
  | 'date NM'
  | 'date MNN'
  | 'date YNN'
  | 'date YMN'
  | 'date YN'
  | 'date YM'
  | 'date NNY'
  | 'date S'
  | 'date SN'
  | 'date NS'
  | 'date NNS'
  | 'time N'
  | 'time NN'
  | 'time NNN'
  /** By suffixes. */
  | 'time told';

type Row = Partial<Record<Step, State | Form>>;

/** A number with whatever ends it. */
function anyNumber(next: State | Form): Row {
  return { 'number, end': next, 'number, half': next, 'number, space': next };
}

function anyMonth(next: State | Form): Row {
  return { 'month, end': next, 'month, space': next };
}

function anyYear(next: State | Form): Row {
  return { 'year, end': next, 'year, space': next };
}

/** Words that change nothing. */
function passing(state: State, ...steps: Step[]): Row {
  return Object.fromEntries(steps.map((step) => [step, state]));
}

const twoNumbers: Row = {
  end: 'date NN',
  'number, end': 'date NNN',
  'number, half': 'time N',
  'number, space': 'date NNN',
  'number, time': 'N:',
  'time suffix': 'time S',
  ...anyMonth('date MNN'),
  ...anyYear('date NNY'),
};

const monthAndNumber: Row = {
  ...anyNumber('date MNN'),
  'number, time': 'N:',
  'date suffix': 'date S',
  'time suffix': 'time S',
  ...anyYear('date YMN'),
};

/** Behind a year and a date separator the words that pass make the separator be forgotten. */
const rows: Readonly<Record<State, Row>> = {
  start: {
    end: 'start',
    'number, half': 'time N',
    'number, space': 'N',
    'number, date': 'N/',
    'number, time': 'N:',
    'month, space': 'M',
    'month, date': 'M',
    'date suffix': 'S',
    'time suffix': 'time S',
    'year, space': 'Y',
    'year, date': 'Y',
    ...passing('start', 'day of week', 'zone', 'era'),
  },
  N: {
    'number, end': 'date NN',
    'number, space': 'N N',
    'number, date': 'N/N/',
    'month, end': 'date NM',
    'month, space': 'N M',
    'month, date': 'M N/',
    'date suffix': 'N S',
    'year, space': 'Y N',
    'year, date': 'Y N/',
    'year, end': 'date YN',
    ...passing('N', 'day of week', 'zone', 'era'),
  },
  'N N': { ...twoNumbers, ...passing('N N', 'day of week', 'zone', 'era') },
  'N/': {
    'number, end': 'date NN',
    'number, space': 'N/N',
    'number, date': 'N/N/',
    'month, end': 'date NM',
    'month, space': 'M N',
    'month, date': 'M N/',
    'year, space': 'Y N',
    'year, date': 'Y N/',
    'year, end': 'date YN',
    ...passing('N/', 'day of week', 'era'),
  },
  'N/N': {
    ...twoNumbers,
    'date suffix': 'date S',
    ...passing('N/N', 'day of week', 'era'),
  },
  'N/N/': {
    ...anyNumber('date NNN'),
    ...anyMonth('date MNN'),
    'date suffix': 'date S',
    ...anyYear('date NNY'),
    ...passing('N/N/', 'day of week', 'era'),
  },
  M: {
    'number, end': 'date MN',
    'number, space': 'M N',
    'number, date': 'M N/',
    'year, space': 'Y M',
    'year, date': 'Y M/',
    'year, end': 'date YM',
    ...passing('M', 'day of week', 'era'),
  },
  'M N': { end: 'date MN', ...monthAndNumber, ...passing('M N', 'day of week', 'era') },
  'N M': { end: 'date NM', ...monthAndNumber, ...passing('N M', 'day of week', 'era') },
  'M N/': {
    'number, end': 'date MNN',
    'number, space': 'date MNN',
    ...anyYear('date YMN'),
    ...passing('M N/', 'day of week', 'era'),
  },
  'N S': {
    end: 'date NS',
    ...anyNumber('date NNS'),
    'number, time': 'N:',
    'date suffix': 'N S',
    'time suffix': 'time S',
    ...passing('N S', 'day of week', 'era'),
  },
  Y: {
    'number, end': 'date YN',
    'number, space': 'Y N',
    'number, date': 'Y N/',
    'month, end': 'date YM',
    'month, space': 'Y M',
    'month, date': 'Y M/',
    'date suffix': 'Y M',
    ...passing('Y', 'day of week', 'era'),
  },
  'Y N': {
    end: 'date YN',
    ...anyNumber('date YNN'),
    ...anyMonth('date YMN'),
    ...passing('Y N', 'day of week', 'era'),
  },
  'Y N/': {
    ...anyNumber('date YNN'),
    ...anyMonth('date YMN'),
    ...passing('Y N', 'day of week', 'era'),
  },
  'Y M': {
    end: 'date YM',
    ...anyNumber('date YMN'),
    ...passing('Y M', 'day of week', 'era'),
  },
  'Y M/': { ...anyNumber('date YMN'), ...passing('Y M', 'day of week', 'era') },
  S: {
    end: 'date S',
    'number, end': 'date SN',
    'number, half': 'time N',
    'number, space': 'N:',
    'number, time': 'N:',
    'date suffix': 'S',
    'time suffix': 'time S',
    ...passing('S', 'day of week', 'era'),
  },
  'time S': {
    end: 'time told',
    'number, end': 'time told',
    'number, half': 'time told',
    'number, space': 'N:',
    'number, date': 'N/',
    'date suffix': 'S',
    'time suffix': 'time S',
    ...passing('time S', 'day of week', 'zone', 'era'),
  },
  'N:': {
    ...anyNumber('time NN'),
    'number, time': 'N:N:',
    'month, space': 'N M',
    'time suffix': 'time S',
    ...passing('N:', 'zone', 'era'),
  },
  'N:N:': {
    ...anyNumber('time NNN'),
    'time suffix': 'time S',
    ...passing('N:N:', 'day of week', 'zone', 'era'),
  },
};

/** Undefined when nothing has such a form. */
export function nextState(state: State, step: Step): State | Form | undefined {
  return rows[state][step];
}

export function isForm(state: State | Form): state is Form {
  return !(state in rows);
}
