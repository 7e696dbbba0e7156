/** Conversions by operators that types declare: C# 7.3 §user-defined conversions. */
import { asSeenFrom, basesOf } from '../typeSystem/hierarchy.ts';
import {
  isInterface,
  isNamed,
  isNonNullableValueType,
  isNullable,
  underlyingOf,
} from '../typeSystem/kinds.ts';
import type { ConversionMember } from '../typeSystem/Member.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import { isSameType } from '../typeSystem/NetType.ts';
import type { KnownTypes } from './KnownTypes.ts';
import { exists, noConversion } from './conversions.ts';
import type { Conversion, UserConversion } from './conversions.ts';
import { standardExplicit, standardImplicit } from './standardConversions.ts';

interface Candidate {
  readonly member: ConversionMember;
  readonly container: NamedType;
  readonly from: NetType;
  readonly to: NetType;
  readonly lifted: boolean;
}

/**
 * The user-defined conversion from `from` to `to`. `sourceConversion` classifies the conversion of the
 * operand itself to an operator's parameter, so that a constant may use its own conversions.
 */
export function userConversion(
  from: NetType,
  to: NetType,
  types: KnownTypes,
  mode: 'implicit' | 'explicit',
  sourceConversion: (to: NetType) => Conversion = (type) => standardImplicit(from, type),
): Conversion {
  if (isInterface(from) || isInterface(to)) return noConversion;
  if (isNamed(from, 'System.Object') || isNamed(to, 'System.Object')) return noConversion;
  const all = candidates(from, to, types, mode);
  const usable = all.filter((candidate) =>
    mode === 'implicit'
      ? exists(sourceConversion(candidate.from)) && exists(standardImplicit(candidate.to, to))
      : areRelated(from, candidate.from, sourceConversion) && areRelated(candidate.to, to),
  );
  const source = mostSpecificSource(usable, from, sourceConversion);
  const target = mostSpecificTarget(usable, to);
  if (!source || !target) return noConversion;
  const exact = usable.filter((c) => isSameType(c.from, source) && isSameType(c.to, target));
  const best = exact.filter(({ lifted }) => !lifted);
  const [chosen, second] = best.length > 0 ? best : exact;
  if (!chosen || second) return noConversion;
  return asConversion(chosen, from, to, mode, sourceConversion);
}

function asConversion(
  chosen: Candidate,
  from: NetType,
  to: NetType,
  mode: 'implicit' | 'explicit',
  sourceConversion: (to: NetType) => Conversion,
): UserConversion {
  const direct = sourceConversion(chosen.from);
  return {
    kind: 'user',
    implicit: mode === 'implicit',
    ...chosen,
    before: exists(direct) ? direct : standardExplicit(from, chosen.from),
    after: standardExplicit(chosen.to, to),
  };
}

/** Whether one type encompasses the other, either way. */
function areRelated(
  from: NetType,
  to: NetType,
  conversion: (to: NetType) => Conversion = (type) => standardImplicit(from, type),
): boolean {
  return exists(conversion(to)) || exists(standardImplicit(to, from));
}

function candidates(
  from: NetType,
  to: NetType,
  types: KnownTypes,
  mode: 'implicit' | 'explicit',
): Candidate[] {
  const found: Candidate[] = [];
  for (const container of declaringTypes(from, to)) {
    for (const member of container.definition.conversions) {
      if (mode === 'implicit' && !member.isImplicit) continue;
      const plain: Candidate = {
        member,
        container,
        from: asSeenFrom(member.from, container),
        to: asSeenFrom(member.to, container),
        lifted: false,
      };
      found.push(plain);
      if (isLiftable(plain, from, to)) {
        const lifted = { from: types.nullable(plain.from), to: types.nullable(plain.to) };
        found.push({ ...plain, ...lifted, lifted: true });
      }
    }
  }
  return found;
}

function isLiftable(plain: Candidate, from: NetType, to: NetType): boolean {
  const mayBeNull = isNullable(from) && isNullable(to);
  return mayBeNull && isNonNullableValueType(plain.from) && isNonNullableValueType(plain.to);
}

/** The types whose operators count: both, without null, and their base classes; each once. */
function declaringTypes(from: NetType, to: NetType): Set<NamedType> {
  const found = new Set<NamedType>();
  for (const type of [underlyingOf(from), underlyingOf(to)]) {
    if (type.kind !== 'named') continue;
    for (const level of basesOf(type)) found.add(level);
  }
  return found;
}

function mostSpecificSource(
  usable: readonly Candidate[],
  from: NetType,
  conversion: (to: NetType) => Conversion,
): NetType | undefined {
  const sources = usable.map((candidate) => candidate.from);
  const exact = sources.find((source) => isSameType(source, from));
  if (exact) return exact;
  const encompassing = sources.filter((source) => exists(conversion(source)));
  return encompassing.length > 0 ? mostEncompassed(encompassing) : mostEncompassing(sources);
}

function mostSpecificTarget(usable: readonly Candidate[], to: NetType): NetType | undefined {
  const targets = usable.map((candidate) => candidate.to);
  const exact = targets.find((target) => isSameType(target, to));
  if (exact) return exact;
  const encompassed = targets.filter((target) => exists(standardImplicit(target, to)));
  return encompassed.length > 0 ? mostEncompassing(encompassed) : mostEncompassed(targets);
}

/** The type that converts to all others. */
function mostEncompassed(types: readonly NetType[]): NetType | undefined {
  return types.find((type) => types.every((other) => exists(standardImplicit(type, other))));
}

/** The type that all others convert to. */
function mostEncompassing(types: readonly NetType[]): NetType | undefined {
  return types.find((type) => types.every((other) => exists(standardImplicit(other, type))));
}
