import { hasErrors } from '../../lib/source/Diagnostic.ts';
import { closest } from '../../lib/source/closest.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type { XmlAttribute, XmlElement } from '../../lib/xml/nodes.ts';
import type { PolicyDocument } from '../../model/resources.ts';
import type { BuildContext } from '../declaration/BuildContext.ts';
import { readPolicy } from '../document/readPolicy.ts';
import type { ProblemCode } from '../problems.ts';
import type { PolicyContext } from '../run/PolicyContext.ts';
import { sequence } from '../run/sequence.ts';
import type { PlacedStep } from '../run/sequence.ts';
import type { Block, Step } from '../run/Step.ts';
import { bindFragment } from './bindDocument.ts';
import { elementsOf } from './bindElement.ts';
import type { BoundElement } from './bindElement.ts';
import type { Binding } from './Binding.ts';
import type { BoundPolicy, BoundStatement } from './bindStatements.ts';

/** Compiles statements into one step, with `base` in the place of `<base />`. */
export function instantiate(statements: readonly BoundStatement[], base: Step): Step {
  return sequence(statements.map((statement) => placedStep(statement, base)));
}

function placedStep(statement: BoundStatement, base: Step): PlacedStep | Step {
  return statement.kind === 'base' ? base : { ...statement, ...compilePolicy(statement, base) };
}

function blockOf(statements: readonly BoundStatement[], base: Step): Block {
  const each = statements.map((statement) => sequence([placedStep(statement, base)]));
  const whole = sequence(each);
  return Object.assign((context: PolicyContext) => whole(context), { each });
}

function compilePolicy(policy: BoundPolicy, base: Step): Pick<PlacedStep, 'step' | 'reads'> {
  const { declaration, element } = policy;
  const { reads } = element;
  if (!declaration.compile || element.isAssumed) return { step: never, reads };
  try {
    const step = declaration.compile(compiledOf(element, base), buildContext(policy, base));
    return { step, reads };
  } catch (error) {
    if (error instanceof MissingReference) return { step: never, reads };
    throw error;
  }
}

/** Something that a policy refers to is not there, which has been reported. */
class MissingReference extends Error {}

/** Stands for a policy that cannot run, in a document that is never published. */
const never: Step = () => {
  throw new Error('a policy that cannot run was published');
};

/** What `compile` of a declaration receives: see `Compiled`. */
function compiledOf(element: BoundElement, base: Step): unknown {
  if (element.isText) return element.members.get('content');
  const members: Record<string, unknown> = {};
  for (const [name, member] of element.members) members[name] = compiledMember(member, base);
  if (element.statements) members['statements'] = blockOf(element.statements, base);
  return members;
}

function compiledMember(member: unknown, base: Step): unknown {
  if (Array.isArray(member)) return member.map((each: unknown) => compiledMember(each, base));
  return isBoundElement(member) ? compiledOf(member, base) : member;
}

function isBoundElement(member: unknown): member is BoundElement {
  return typeof member === 'object' && member !== null && 'members' in member && 'xml' in member;
}

function buildContext({ element, binding, place }: BoundPolicy, base: Step): BuildContext {
  const { toolbox, text } = binding;
  const { references } = toolbox;
  const missing = (code: ProblemCode, name: string, names: readonly string[]): never => {
    const near = closest(name, names);
    const hint = near === undefined ? undefined : `Did you mean '${near}'?`;
    if (!references.assume) text.report(code, spanOfValue(element, name), [name], hint);
    throw new MissingReference(name);
  };
  return {
    section: place.section,
    scope: place.scope,
    place,
    instance: `${binding.document}/${place.section}/${place.path}`,
    openIdProviders: toolbox.openIdProviders,
    backend: (id) => {
      const found = references.backend(id) ?? missing('APIM1026', id, references.names.backends);
      if (typeof found !== 'string') return found;
      text.report('APIM1031', spanOfValue(element, id), [id, found]);
      throw new MissingReference(id);
    },
    findBackend: (id) => references.backend(id),
    certificate: (by) =>
      references.certificate(by) ??
      missing('APIM1027', 'id' in by ? by.id : by.thumbprint, references.names.certificates),
    findCertificate: (by) => references.certificate(by),
    fragment: (id) => {
      const document = references.fragment(id);
      if (!document) return missing('APIM1015', id, references.names.fragments);
      return compileFragment(document, id, { ...binding, path: place.path }, base);
    },
    report({ attribute, span, message, hint, severity }) {
      const at = element.xml.attributes.find(({ name }) => name === attribute);
      const place = span ?? at?.valueSpan ?? element.xml.nameSpan;
      text.report('APIM1025', place, [message], hint, severity);
    },
  };
}

/** Where a name stands among the attributes of an element or of those in it; else its own name. */
function spanOfValue({ xml }: BoundElement, name: string): Span {
  const at = attributesOf(xml).find(({ value }) => value.text.includes(name));
  return at?.valueSpan ?? xml.nameSpan;
}

function attributesOf(xml: XmlElement): XmlAttribute[] {
  const inner = [...elementsOf(xml.children)].flatMap(attributesOf);
  return [...xml.attributes, ...inner];
}

function compileFragment(document: PolicyDocument, id: string, outer: Binding, base: Step): Step {
  const text = outer.toolbox.textOf(document);
  const root = readPolicy(text, document.format);
  const binding = { ...outer, text, document: `${outer.document}/${id}` };
  const statements = root ? bindFragment(root, binding) : [];
  if (hasErrors(text.diagnostics)) throw new MissingReference(id);
  return instantiate(statements, base);
}
