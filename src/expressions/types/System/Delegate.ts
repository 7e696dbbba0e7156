import { defineType, membersOf } from '../../declare/defineType.ts';
import { combineDelegates, removeDelegate, areDelegatesEqual } from '../../runtime/delegates.ts';
import type { DelegateFunction } from '../../runtime/delegates.ts';

const member = membersOf<DelegateFunction>();

/** https://learn.microsoft.com/dotnet/api/system.delegate, without reflection. */
export const SystemDelegate = defineType({
  name: 'System.Delegate',
  kind: 'class',
  behaviour: {
    equals: (value: DelegateFunction, other) =>
      typeof other === 'function' && areDelegatesEqual(value, other as DelegateFunction),
  },
  members: [
    member(
      'static Delegate Combine(Delegate? a, Delegate? b)',
      combineDelegates,
      'Delegate.Combine(null, null) // null',
    ),
    member(
      'static Delegate Remove(Delegate? source, Delegate? value)',
      removeDelegate,
      'Delegate.Remove(null, null) // null',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.multicastdelegate: the base of all delegates. */
export const SystemMulticastDelegate = defineType({
  name: 'System.MulticastDelegate',
  kind: 'class',
  base: 'Delegate',
});
