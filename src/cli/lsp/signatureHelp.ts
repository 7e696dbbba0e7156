import { callAt } from '../../expressions/inspect/callAt.ts';
import { meaningAt } from '../../expressions/inspect/inspect.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import { inspectable } from './codeItems.ts';
import type { SignatureHelp, SignatureInformation } from './protocol.ts';
import { spotAt } from './spotAt.ts';

/** The overloads of the call whose arguments are being written at an offset. */
export function signatureHelp(source: SourceText, offset: number): SignatureHelp | undefined {
  const { spot } = spotAt(source.text, offset);
  if (spot.kind !== 'code') return undefined;
  const call = callAt(inspectable(spot.code).text);
  if (!call) return undefined;
  const { text, options } = inspectable(spot.whole.text);
  const called = meaningAt(text, call.nameEnd, spot.form, options);
  const shown = called?.kind === 'type' ? called.constructors : called?.signatures;
  const signatures = (shown ?? []).filter((each) => each.includes('(')).map(informationOf);
  if (signatures.length === 0) return undefined;
  const fitting = signatures.findIndex((each) => takes(each, call.argument));
  return { signatures, activeSignature: Math.max(0, fitting), activeParameter: call.argument };
}

function takes({ parameters }: SignatureInformation, argument: number): boolean {
  const isList = parameters.at(-1)?.label.startsWith('params ') === true;
  return isList || argument < Math.max(parameters.length, 1);
}

/** The parameters are those that a caller writes: not what an extension method is called on. */
function informationOf(label: string): SignatureInformation {
  const list = label.slice(label.indexOf('(') + 1, label.lastIndexOf(')'));
  const parameters = partsOf(list).filter((part) => part !== '' && !part.startsWith('this '));
  return { label, parameters: parameters.map((each) => ({ label: each })) };
}

/** Between commas that stand within no brackets. */
function partsOf(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= list.length; i++) {
    const character = list[i] ?? ',';
    if ('<([{'.includes(character)) depth++;
    else if ('>)]}'.includes(character)) depth--;
    if (i < list.length && (character !== ',' || depth > 0)) continue;
    parts.push(list.slice(start, i).trim());
    start = i + 1;
  }
  return parts;
}
