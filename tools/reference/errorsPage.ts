import { reasons } from '../../src/engine/errors.ts';
import { errorSources } from './errorSources.ts';
import { code, page, plain, table } from './markdown.ts';

interface Entry {
  readonly status: number;
  readonly message: string;
  readonly body?: string;
}

// What any policy can raise says nothing as a list of nearly all of them.
const most = 6;

/** Every way in which the gateway refuses or fails a call. */
export function errorsPage(): string {
  const entries: readonly (readonly [string, Entry])[] = Object.entries(reasons);
  const sources = errorSources(entries.map(([reason]) => reason));
  return page(
    '# Gateway errors',
    'What `context.LastError` holds in `on-error`, and what the caller gets when no policy changes the answer: the status and `{ "statusCode": …, "message": … }`. Policies may let their author choose another status or message. `{0}`, `{1}` … stand for details.',
    '[Microsoft’s page](https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies)',
    table(
      ['Source', 'Reason', 'Message', 'Status', 'Message to the caller'],
      entries.map(([reason, { status, message, body }]) => [
        sourceCell(sources.get(reason) ?? []),
        code(reason),
        plain(message),
        String(status),
        body === undefined ? 'the same' : plain(body),
      ]),
    ),
  );
}

function sourceCell(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => (name.includes(' ') ? name : code(name)));
  return shown.join(', ') + (names.length > most ? ' and other policies' : '');
}
