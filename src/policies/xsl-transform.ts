import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, once } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';

export const xslTransform = definePolicy({
  name: 'xsl-transform',
  doc: 'Transforms an XML body by an XSLT 1.0 stylesheet.',
  reference: 'https://learn.microsoft.com/azure/api-management/xsl-transform-policy',
  sections: ['inbound', 'outbound'],
  scopes: allScopes,
  oncePerSection: true,
  children: {
    parameter: many({
      doc: 'A value for a parameter of the stylesheet.',
      attributes: {
        // The statement of the page has `parameter-name`, its example `name`.
        name: text('The parameter.'),
        'parameter-name': text('The parameter, as the page spells it elsewhere.'),
      },
      content: text('Its value.', { expressions: true }),
    }),
    'xsl:stylesheet': once({
      doc: 'The stylesheet.',
      anyAttributes: true,
      content: text('What it holds.'),
      markup: true,
    }),
  },
  examples: [
    '<xsl-transform><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="xml" omit-xml-declaration="yes" /><xsl:template match="@* | node()"><xsl:copy><xsl:apply-templates select="@* | node()" /></xsl:copy></xsl:template></xsl:stylesheet></xsl-transform>',
    '<xsl-transform><parameter name="agent">@(context.Request.Headers.GetValueOrDefault("User-Agent", "none"))</parameter><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:param name="agent" /><xsl:template match="/"><caller><xsl:value-of select="$agent" /></caller></xsl:template></xsl:stylesheet></xsl-transform>',
  ],
});
