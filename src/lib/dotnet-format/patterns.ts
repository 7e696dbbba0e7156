/**
 * The orders of number (n), sign (-), currency ($) and percent sign (%) by the numbers that
 * NumberFormatInfo's pattern properties document.
 */
export const numberNegativePatterns = ['(n)', '-n', '- n', 'n-', 'n -'];
export const currencyPositivePatterns = ['$n', 'n$', '$ n', 'n $'];
// prettier-ignore
export const currencyNegativePatterns = [
  '($n)', '-$n', '$-n', '$n-', '(n$)', '-n$', 'n-$', 'n$-', '-n $',
  '-$ n', 'n $-', '$ n-', '$ -n', 'n- $', '($ n)', '(n $)', '$- n',
];
export const percentPositivePatterns = ['n %', 'n%', '%n', '% n'];
// prettier-ignore
export const percentNegativePatterns = [
  '-n %', '-n%', '-%n', '%-n', '%n-', 'n-%', 'n%-', '-% n', 'n %-', '% n-', '% -n', 'n- %',
];
