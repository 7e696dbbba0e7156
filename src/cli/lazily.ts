/**
 * An action whose code is loaded when it is chosen: the words of all commands are needed for help and
 * for mistakes, what they do is not.
 */
export function lazily<Args extends unknown[]>(
  load: () => Promise<(...args: Args) => Promise<void>>,
): (...args: Args) => Promise<void> {
  return async (...args) => (await load())(...args);
}
