/**
 * `Environment.NewLine` of expressions. Azure's managed gateways run on Windows and its self-hosted
 * one on Linux; this gateway is the latter's sibling.
 */
export const newLine = '\n';
