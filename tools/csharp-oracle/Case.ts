import { isReferenceAssignable } from '../../src/expressions/typeSystem/assignability.ts';
import { isVoid } from '../../src/expressions/typeSystem/kinds.ts';
import type { Member } from '../../src/expressions/typeSystem/Member.ts';
import { substitute } from '../../src/expressions/typeSystem/NetType.ts';
import type { NetType, TypeParameter } from '../../src/expressions/typeSystem/NetType.ts';
import type { TypeRegistry } from '../../src/expressions/typeSystem/TypeRegistry.ts';
import { Expressions, ownerOf } from './Expressions.ts';
import type { TypeArguments } from './Expressions.ts';
import { languageCase } from './language.ts';
import { listed } from './listed.ts';
import { memberName, membersToTry, producersByType } from './members.ts';
import { Random } from './Random.ts';
import { typeText } from './typeText.ts';
import { Unmakeable } from './Unmakeable.ts';
import { operatorCase } from './operators.ts';

/** C# of one question. */
export interface Case {
  readonly id: string;
  /** What it is about: `System.String.Substring`. */
  readonly member: string;
  /** As in a policy: `@(…)` or `@{…}`. */
  readonly expression: string;
}

/** What type parameters stand for. */
const typeArguments = listed`
  System.Int32  System.Int32  System.String  System.String  System.Double  System.Int64
  System.Char  System.Decimal  System.DateTime  System.Object
`;

/** Mono's compiler knows no longer ones. */
const maxTuple = 7;

/** Random cases, the same for the same seed; each member comes up about as often as any other. */
export function* casesOf(registry: TypeRegistry, seed: number): Generator<Case, never> {
  const random = new Random(seed);
  const members = membersToTry(registry);
  const expressions = new Expressions(random, producersByType(members));
  for (let number = 0; ;) {
    for (const member of random.shuffled(members)) {
      const written = writtenOrNone(() => randomCase(member, random, expressions, registry));
      if (written) yield { id: `${seed}.${number++}`, ...written };
    }
  }
}

function randomCase(
  member: Member,
  random: Random,
  expressions: Expressions,
  registry: TypeRegistry,
): Written {
  const kind = random.next();
  if (kind < 0.1) return operatorCase(random, expressions, registry);
  if (kind < 0.3) return languageCase(random, expressions, registry);
  return memberCase(member, random, expressions, registry);
}

type Written = Omit<Case, 'id'>;

function writtenOrNone(write: () => Written): Written | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof Unmakeable) return undefined;
    throw error;
  }
}

function memberCase(
  member: Member,
  random: Random,
  expressions: Expressions,
  registry: TypeRegistry,
): Written {
  const args = chooseArguments(member, random, registry);
  return { member: memberName(member), expression: write(member, args, random, expressions) };
}

function write(
  member: Member,
  args: TypeArguments,
  random: Random,
  expressions: Expressions,
): string {
  if (member.kind === 'method') {
    const hasReferences = member.parameters.some(
      ({ passing }) => passing === 'out' || passing === 'ref',
    );
    if (hasReferences) return writeWithReferences(member, args, expressions);
    if (isVoid(member.returns)) return writeVoid(member, args, expressions);
  }
  if (member.kind === 'property' && member.set && (!member.get || random.chance(0.4))) {
    return writeSet(member, args, expressions);
  }
  return `@(${expressions.member(member, args, random.below(3))})`;
}

/** `@{ int r; var ok = int.TryParse("1", out r); return Tuple.Create(ok, r); }` */
function writeWithReferences(
  member: Member & { kind: 'method' },
  args: TypeArguments,
  expressions: Expressions,
): string {
  const declared: string[] = [];
  const names: string[] = [];
  const values = member.parameters.map((parameter) => {
    if (parameter.passing !== 'out' && parameter.passing !== 'ref') {
      return expressions.argument(member, parameter, args, 1);
    }
    const name = `r${names.length}`;
    const type = substitute(parameter.type, args);
    const start = parameter.passing === 'ref' ? ` = ${expressions.of(type, 0)}` : '';
    declared.push(`${typeText(type)} ${name}${start};`);
    names.push(name);
    return `${parameter.passing} ${name}`;
  });
  const call = expressions.call(member, args, values, () => expressions.receiver(member, args, 1));
  const statement = isVoid(member.returns) ? `${call};` : `var result = ${call};`;
  const results = isVoid(member.returns) ? names : ['result', ...names];
  return `@{ ${declared.join(' ')} ${statement} return Tuple.Create(${results.join(', ')}); }`;
}

/** `@{ var self = …; self.Add(1); return self; }` */
function writeVoid(
  member: Member & { kind: 'method' },
  args: TypeArguments,
  expressions: Expressions,
): string {
  const values = expressions.arguments(member, args, 1);
  const subject = member.isStatic
    ? { type: substitute(member.parameters[0]?.type ?? member.returns, args), at: 0 }
    : { type: ownerOf(member, args), at: -1 };
  if (isVoid(subject.type)) throw new Unmakeable('nothing');
  const self = subject.at === 0 ? values[0]! : expressions.of(subject.type, 1);
  if (subject.at === 0) values[0] = 'self';
  const call = expressions.call(member, args, values, () =>
    member.isStatic ? typeText(ownerOf(member, args)) : 'self',
  );
  return `@{ ${typeText(subject.type)} self = ${self}; ${call}; return self; }`;
}

function writeSet(
  member: Member & { kind: 'property' },
  args: TypeArguments,
  expressions: Expressions,
): string {
  if (member.isStatic) throw new Unmakeable('a static that can be set');
  const owner = ownerOf(member, args);
  const target = expressions.read(member, 'self', args, 1);
  const value = expressions.of(substitute(member.type, args), 1);
  return `@{ ${typeText(owner)} self = ${expressions.of(owner, 1)}; ${target} = ${value}; return self; }`;
}

function chooseArguments(member: Member, random: Random, registry: TypeRegistry): TypeArguments {
  const own = member.kind === 'method' ? member.typeParameters : [];
  if (own.length > maxTuple || member.owner.parameters.length > maxTuple)
    throw new Unmakeable('a long tuple');
  const args = new Map<TypeParameter, NetType>();
  for (const parameter of [...member.owner.parameters, ...own]) {
    args.set(parameter, chooseArgument(parameter, random, registry));
  }
  return args;
}

/** @throws Unmakeable when nothing meets the constraints */
function chooseArgument(
  { constraints, name }: TypeParameter,
  random: Random,
  registry: TypeRegistry,
): NetType {
  const wanted = constraints?.types ?? [];
  const named = [
    ...typeArguments,
    'System.DayOfWeek',
    'Newtonsoft.Json.Linq.JToken',
    'Newtonsoft.Json.Linq.JValue',
  ];
  const fitting = (constraints ? named : typeArguments)
    .map((each) => registry.named(each))
    .filter(
      (type) =>
        (!constraints?.isStruct || type.definition.isValueType) &&
        wanted.every((each) => isReferenceAssignable(type, each)),
    );
  if (fitting.length === 0) throw new Unmakeable(name);
  return random.pick(fitting);
}
