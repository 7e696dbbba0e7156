/** Causes of causes that are told: enough for any error of ours, and an end for a circle. */
const maxDepth = 5;

/**
 * What was behind an error, for operators: the causes from the outermost to the first, as
 * `SendError: The connection to the backend failed. < Error: connect ECONNREFUSED 192.0.2.1:80`.
 * Undefined when there was none, or none that says anything.
 */
export function causeOf({ cause }: Error): string | undefined {
  const causes: string[] = [];
  for (let behind = cause; behind !== undefined && causes.length < maxDepth;) {
    if (!(behind instanceof Error)) {
      causes.push('unknown');
      break;
    }
    const words = wordsOf(behind);
    if (words !== '') causes.push(`${behind.name}: ${words}`);
    behind = behind.cause;
  }
  return causes.length === 0 ? undefined : causes.join(' < ');
}

/** Several failures at once, such as one for each address of a host, have no words of their own. */
function wordsOf(error: Error): string {
  if (error.message !== '' || !(error instanceof AggregateError)) return error.message;
  return error.errors
    .filter((each) => each instanceof Error)
    .map(({ message }) => message)
    .join(', ');
}
