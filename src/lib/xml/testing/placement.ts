import assert from 'node:assert/strict';
import type { Span } from '../../source/SourceText.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../nodes.ts';

/**
 * Fails unless every span of a document lies in the span around it and behind the one before it,
 * and every raw text is what stands there.
 */
export function assertPlaced(document: XmlDocument): void {
  const { text } = document.source;
  assert.deepEqual(document.span, { start: 0, end: text.length });
  assertSequence(document.span, document.children);
  const walk = (node: XmlNode): void => {
    if (node.kind === 'element') {
      assertElement(node, text);
      node.children.forEach(walk);
    } else {
      assert.equal(node.raw, slice(text, node.span));
    }
    if (node.kind === 'text') assertSpans(node.span, node.holes);
  };
  document.children.forEach(walk);
}

function assertElement(element: XmlElement, text: string): void {
  const { span, name, nameSpan, startTagSpan, endTagSpan, attributes, children } = element;
  const inner = { start: startTagSpan.end, end: endTagSpan?.start ?? span.end };
  assertSpans(span, [startTagSpan, inner, ...(endTagSpan ? [endTagSpan] : [])]);
  assert.equal(startTagSpan.start, span.start);
  assert.equal(slice(text, nameSpan), name);
  assertSpans(startTagSpan, [nameSpan, ...attributes.map((attribute) => attribute.span)]);
  for (const attribute of attributes) assertAttribute(attribute, text);
  assertSequence(inner, children);
}

function assertAttribute(attribute: XmlAttribute, text: string): void {
  const { span, nameSpan, valueSpan, name, equals, raw, quote, holes } = attribute;
  assertSpans(span, [nameSpan, valueSpan]);
  assertSpans(valueSpan, holes);
  assert.equal(slice(text, nameSpan), name);
  assert.equal(slice(text, valueSpan), raw);
  assert.ok(slice(text, span).startsWith(`${name}${equals}${quote}${raw}`));
}

function assertSequence(outer: Span, nodes: readonly XmlNode[]): void {
  assertSpans(
    outer,
    nodes.map(({ span }) => span),
  );
}

function assertSpans(outer: Span, spans: readonly Span[]): void {
  let from = outer.start;
  for (const { start, end } of spans) {
    assert.ok(start >= from && end >= start, `${start}..${end} does not follow ${from}`);
    from = end;
  }
  assert.ok(from <= outer.end, `${from} is outside ${outer.start}..${outer.end}`);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
