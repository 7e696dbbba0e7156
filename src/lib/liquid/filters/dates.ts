import { nowOf, parseLiquidDate } from '../dates.ts';
import { toText } from '../convert.ts';
import { dateText } from '../text.ts';
import { LiquidDate } from '../values.ts';
import { textArgument } from './Filter.ts';
import type { Filter } from './Filter.ts';

/**
 * Writes a date in a format of .NET; of a text, when it is a date, or `now` or `today`. What is no
 * date stays as it is.
 */
export const Date: Filter = {
  args: ['format'],
  apply(input, args, run) {
    if (input === null) return null;
    const format = textArgument(args, 0, '');
    const isPlain = format.trim() === '';
    if (input instanceof LiquidDate) return dateText(input, isPlain ? '' : format);
    const text = toText(input) ?? '';
    if (/^(now|today)$/i.test(text)) return dateText(nowOf(run), isPlain ? '' : format);
    const date = isPlain ? undefined : parseLiquidDate(text, run);
    return date ? dateText(date, format) : text;
  },
};
