import { page } from './markdown.ts';

/** The page that leads to all others. */
export function indexPage(): string {
  return page(
    '# Reference',
    [
      '- [Policies](policies/README.md): which run here, where they stand, what they take',
      '- [Expressions](expressions.md): .NET types and members, and the tree of `context`',
      '- [Diagnostics](diagnostics.md): what can be wrong with documents and configurations',
      '- [Gateway errors](errors.md): how calls are refused and fail',
      '- [Command line](cli.md): commands and options',
    ].join('\n'),
  );
}
