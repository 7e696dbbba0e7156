/** What a JsonSerializer with default settings makes of JSON: values of .NET types. */
import { withPlace } from '../../../lib/newtonsoft/JsonReadError.ts';
import { JsonToken, tokenName } from '../../../lib/newtonsoft/JsonToken.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { JsonSerializationException } from '../../runtime/exceptions.ts';
import { JRaw } from '../../runtime/json/JRaw.ts';
import { isAssignable } from '../../typeSystem/assignability.ts';
import { canBeNull, underlyingOf } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { readToken, withReaderExceptions } from '../Newtonsoft.Json.Linq/readToken.ts';
import { tokenType } from '../Newtonsoft.Json.Linq/tokenTypeOf.ts';
import { contractOf } from './contractOf.ts';
import type { Contract } from './contractOf.ts';
import { TextSource } from './DeserializationSource.ts';
import type { DeserializationSource } from './DeserializationSource.ts';
import { ensureType } from './ensureType.ts';
import { readAs } from './readAs.ts';
import { wrongContainer } from './wrongContainer.ts';

/**
 * `JsonConvert.DeserializeObject(text, type)`; the result is boxed.
 * @throws JsonReaderException, JsonSerializationException and what conversions throw
 */
export function deserializeText(text: string, type: NetType, environment: Environment): unknown {
  environment.spend(1 + (text.length >> 7));
  return withReaderExceptions(() => {
    const source = new TextSource(text);
    const value = new Deserializer(source, environment).whole(type);
    // Nothing but comments may follow.
    while (source.read()) {
      if (source.token === JsonToken.Comment) continue;
      throw fail(
        source,
        'Additional text found in JSON string after finishing deserializing object.',
      );
    }
    return value;
  });
}

/** Reads one value from a source; the result is boxed. */
export function deserializeFrom(
  source: DeserializationSource,
  type: NetType,
  environment: Environment,
): unknown {
  return withReaderExceptions(() => new Deserializer(source, environment).whole(type));
}

function fail(source: DeserializationSource, message: string): JsonSerializationException {
  return new JsonSerializationException(withPlace(message, source.path, source.line));
}

export class Deserializer {
  readonly source: DeserializationSource;
  readonly environment: Environment;

  constructor(source: DeserializationSource, environment: Environment) {
    this.source = source;
    this.environment = environment;
  }

  whole(type: NetType): unknown {
    if (this.readFor(type)) return this.value(type);
    if (canBeNull(type)) return null;
    throw this.fail(`No JSON content found and type '${type.toString()}' is not nullable.`);
  }

  /** Goes on to a value of a type; false when there is nothing more. */
  readFor(type: NetType): boolean {
    const { readKind } = contractOf(type);
    if (readKind) return readAs(this.source, readKind, this.environment);
    do if (!this.source.read()) return false;
    while (this.source.token === JsonToken.Comment);
    return true;
  }

  /** The value whose first token was read, boxed. */
  value(type: NetType): unknown {
    this.environment.spend();
    if (isAssignable(type, tokenType())) return this.#token(type);
    const contract = contractOf(type);
    switch (this.source.token) {
      case JsonToken.StartObject:
        return this.#object(type, contract);
      case JsonToken.StartArray:
        return this.#array(type, contract);
      case JsonToken.String:
      case JsonToken.StartConstructor:
        return this.#text(type, contract);
      case JsonToken.Raw:
        return new JRaw(this.source.value);
      case JsonToken.Integer:
      case JsonToken.Float:
      case JsonToken.Boolean:
      case JsonToken.Date:
      case JsonToken.Bytes:
      case JsonToken.Null:
      case JsonToken.Undefined:
        return ensureType(this.source.value, type, this);
      default:
        throw this.fail(
          `Unexpected token while deserializing object: ${tokenName(this.source.token)}.`,
        );
    }
  }

  fail(message: string): JsonSerializationException {
    return fail(this.source, message);
  }

  #token(type: NetType): unknown {
    const canHoldNull = type === tokenType() || type.toString().endsWith('.JValue');
    if (this.source.token === JsonToken.Null && !canHoldNull) return null;
    return readToken(this.source);
  }

  #object(type: NetType, contract: Contract): unknown {
    if (contract.kind === 'any') return readToken(this.source);
    if (contract.kind === 'object') return contract.read(this, type);
    // As Newtonsoft does, which looks for names of its own in the object before.
    this.source.read();
    throw this.fail(wrongContainer('object', contract.kind, type.toString()));
  }

  #array(type: NetType, contract: Contract): unknown {
    if (contract.kind === 'any') return readToken(this.source);
    if (contract.kind === 'array') return contract.read(this, type);
    throw this.fail(wrongContainer('array', contract.kind, type.toString()));
  }

  /** An empty text is null where null can be, except as text. */
  #text(type: NetType, contract: Contract): unknown {
    const { value } = this.source;
    const isTextual = contract.kind === 'any' || underlyingOf(type).toString() === 'System.String';
    if (value === '' && !isTextual && canBeNull(type)) return null;
    return ensureType(value, type, this);
  }
}
