import { readZone } from '../../lib/dotnet-time/zoneText.ts';
import type { AdjustmentRule as Rule } from '../../lib/dotnet-time/zoneRules.ts';
import { AdjustmentRule, minutesOf, spanOfMinutes } from './AdjustmentRule.ts';
import { DateTime } from './DateTime.ts';
import {
  ArgumentException,
  InvalidTimeZoneException,
  SerializationException,
} from './exceptions.ts';
import type { TimeSpan } from './TimeSpan.ts';
import { TimeZoneInfo } from './TimeZoneInfo.ts';
import { TransitionTime } from './TransitionTime.ts';

export interface ZoneNames {
  readonly displayName: string | null;
  readonly standardName: string | null;
  readonly daylightName: string | null;
}

/** `TimeZoneInfo.CreateCustomTimeZone`. @throws ArgumentException, InvalidTimeZoneException */
export function createZone(
  id: string,
  baseUtcOffset: TimeSpan,
  { displayName, standardName, daylightName }: ZoneNames,
  rules: readonly (AdjustmentRule | null)[],
  isDaylightDisabled = false,
): TimeZoneInfo {
  if (id === '') {
    throw new ArgumentException("The specified ID parameter '' is not supported.", 'id');
  }
  const offset = minutesOf(baseUtcOffset, 'baseUtcOffset');
  const zone = {
    baseUtcOffset: offset,
    adjustmentRules: checkRules(offset, rules),
    displayName: displayName ?? '',
    standardName: standardName ?? '',
    daylightName: daylightName ?? '',
  };
  return new TimeZoneInfo(id, zone, isDaylightDisabled);
}

function checkRules(offset: number, rules: readonly (AdjustmentRule | null)[]): readonly Rule[] {
  const checked: Rule[] = [];
  for (const each of rules) {
    if (!each)
      throw new InvalidTimeZoneException('The AdjustmentRule array cannot contain null elements.');
    const { rule } = each;
    if (Math.abs(offset + rule.baseUtcOffsetDelta + rule.daylightDelta) > 14 * 60) {
      throw new InvalidTimeZoneException(
        'The sum of the BaseUtcOffset and DaylightDelta properties must within plus or minus 14.0 hours.',
      );
    }
    const previous = checked.at(-1);
    if (previous && rule.dateStart <= previous.dateEnd) {
      throw new InvalidTimeZoneException(
        'The elements of the AdjustmentRule array must be in chronological order and must not overlap.',
      );
    }
    checked.push(rule);
  }
  return checked;
}

/** `TimeZoneInfo.FromSerializedString`. @throws ArgumentException, SerializationException */
export function zoneOfText(text: string): TimeZoneInfo {
  if (text === '') {
    throw new ArgumentException("The specified serialized string '' is not supported.", 'source');
  }
  const zone = readZone(text);
  if (!zone) throw corrupt(null);
  try {
    const rules = zone.adjustmentRules.map(checkedRule);
    return createZone(zone.id, spanOfMinutes(zone.baseUtcOffset), zone, rules);
  } catch (error) {
    if (error instanceof ArgumentException || error instanceof InvalidTimeZoneException) {
      throw corrupt(error);
    }
    throw error;
  }
}

function checkedRule(rule: Rule): AdjustmentRule {
  return AdjustmentRule.of(
    new DateTime(rule.dateStart),
    new DateTime(rule.dateEnd),
    spanOfMinutes(rule.daylightDelta),
    checkedTransition(rule.daylightTransitionStart),
    checkedTransition(rule.daylightTransitionEnd),
    spanOfMinutes(rule.baseUtcOffsetDelta),
  );
}

function checkedTransition(transition: Rule['daylightTransitionStart']): TransitionTime {
  const { isFixedDateRule, timeOfDay, month, week, day, dayOfWeek } = transition;
  const time = new DateTime(timeOfDay);
  return isFixedDateRule
    ? TransitionTime.fixed(time, month, day)
    : TransitionTime.floating(time, month, week, dayOfWeek);
}

function corrupt(
  inner: ArgumentException | InvalidTimeZoneException | null,
): SerializationException {
  return new SerializationException(
    'An error occurred while deserializing the object.  The serialized data is corrupt.',
    inner,
  );
}
