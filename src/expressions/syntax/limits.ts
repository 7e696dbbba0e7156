/**
 * How deep constructs may stand in one another (brackets, calls, lambdas, blocks …). Keeps the parser
 * within any thread's stack; C# compilers give up with CS8078 likewise.
 */
export const maxNesting = 200;

/**
 * How high a syntax tree may be, counted in nodes from the root to the lowest leaf, the left operands
 * of `Binary` not counted. Whoever walks a tree by recursion relies on it.
 */
export const maxTreeHeight = 1_000;
