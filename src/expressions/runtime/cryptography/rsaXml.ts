import { decodeBase64, encodeBase64 } from '../../../lib/base64/base64.ts';
import type { Environment } from '../Environment.ts';
import { CryptographicException, FormatException, XmlException } from '../exceptions.ts';
import { elementText } from '../xml/elementText.ts';
import { children, elementsIn } from '../xml/walk.ts';
import { parseElement } from '../xml/readXml.ts';
import type { XElement } from '../xml/XElement.ts';
import { RsaParameters, rsaParts } from './RsaParameters.ts';
import type { RsaPart } from './RsaParameters.ts';

/** `ToXmlString`: an RSAKeyValue of XML signatures (https://www.w3.org/TR/xmldsig-core/#sec-RSAKeyValue). */
export function rsaXml({ parts }: RsaParameters): string {
  const elements = rsaParts.map((part) => {
    const value = parts[part];
    return value ? `<${part}>${encodeBase64(value)}</${part}>` : '';
  });
  return `<RSAKeyValue>${elements.join('')}</RSAKeyValue>`;
}

/** `FromXmlString`. @throws CryptographicException, FormatException */
export function parametersOfXml(xml: string, environment: Environment): RsaParameters {
  const root = rootOf(xml, environment);
  const parameters = new RsaParameters();
  for (const part of rsaParts) parameters.parts[part] = partOf(root, part, environment);
  for (const part of ['Modulus', 'Exponent'] as const)
    if (!parameters.parts[part]) throw unreadable(part);
  return parameters;
}

function rootOf(xml: string, environment: Environment): XElement {
  try {
    return parseElement(xml, 0, environment);
  } catch (error) {
    if (error instanceof XmlException) throw unreadable('Modulus');
    throw error;
  }
}

/** What is known of the key stands in elements of this name, in any namespace. */
function partOf(root: XElement, part: RsaPart, environment: Environment): Uint8Array | null {
  for (const element of elementsIn(children(root, environment))) {
    if (element.name.localName !== part) continue;
    const value = decodeBase64(elementText(element, environment));
    if (value) return value;
    throw new FormatException('The input is not a valid Base-64 string.');
  }
  return null;
}

function unreadable(part: RsaPart): CryptographicException {
  return new CryptographicException(
    `Input string does not contain a valid encoding of the 'RSA' '${part}' parameter.`,
  );
}
