import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { boolean } from '../engine/declaration/valueKinds.ts';

export const choose = definePolicy({
  name: 'choose',
  doc: 'Runs the policies of the first `when` whose condition is true, else those of `otherwise`.',
  reference: 'https://learn.microsoft.com/azure/api-management/choose-policy',
  sections: allSections,
  scopes: allScopes,
  children: {
    when: some({
      attributes: {
        condition: boolean('Whether these policies run.', { required: true, expressions: true }),
      },
      statements: true,
    }),
    otherwise: optional({ statements: true }),
  },
  examples: [
    '<choose><when condition="@(context.Request.Method == "GET")"><set-variable name="reads" value="yes" /></when></choose>',
    '<choose><when condition="false"><set-method>PUT</set-method></when><otherwise><set-method>POST</set-method></otherwise></choose>',
  ],
  compile:
    ({ when, otherwise }) =>
    (context) => {
      for (const [index, { condition, statements }] of when.entries()) {
        if (!condition(context)) continue;
        context.tracer?.explain({ message: `The condition of when[${index + 1}] is true.` });
        return statements(context);
      }
      context.tracer?.explain({ message: 'No condition is true.' });
      return otherwise?.statements(context);
    },
});
