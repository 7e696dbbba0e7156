/** Texts on which readers and printers differ. */
import { listed } from './listed.ts';

/** Parts of number formats. */
export const numberPieces = listed`
  0  #  0.0  #.##  ,  .  %  ‰  E+0  e00  ;  'a'  \\0  0,  #,#  N  F2  D4  X  P1  C  R  G5  -  (
`;

/** Parts of date formats. */
export const datePieces = listed`
  d  dd  ddd  dddd  M  MM  MMM  MMMM  y  yy  yyyy  H  HH  h  hh  m  mm  s  ss  f  fff  FFF
  fffffff  FFFFFFF  t  tt  z  zz  zzz  K  :  /  -  T  'at'  \\d  %  g  o  s  u  R
`;

export const dateTexts = listed`
  2024-02-29  2024-02-30  2024-02-29T01:02:03Z  2024-02-29T01:02:03.4567891Z  2024-2-9
  2024-02-29 13:14  2024-02-29T13:14:15+02:00  2024-02-29T13:14:15-0530  2024-02-29T24:00:00
  02/29/2024  2/9/2024 1:02 PM  29/02/2024  Feb 29, 2024  29 Feb 2024  February 2024  29 February
  Thu, 29 Feb 2024 01:02:03 GMT  Fri, 29 Feb 2024 01:02:03 GMT  Thursday, 29 February 2024
  20240229  2024  13:14  1:02:03.5 AM  10:20 PM  2024/02/29  2024.02.29  24-02-29  2/29
  2024-02  2024-W09  2024-02-29T01:02  2024-02-29T01  2024-02-29Z  \u00202024-02-29\u0020
  2024-02-29T01:02:03\u0020Z  0001-01-01  9999-12-31T23:59:59.9999999  2024-02-29\u0020\u002001:02
  1/2/3  12/31/99  Mar 5  5 Mar  2024-02-29T01:02:03,5  2024-02-29T01:02:60  1,234.5  Z  T01:02
  2024-02-29T01:02:03.1234567890+14:00  2024-02-29T01:02:03+15:00  01:02:03Z  noon  2024-060
  Sat Mar 02 2024 05:06:07 GMT+0100  1709168523  Thu 29 Feb 2024  2024-Feb-29  29-Feb-24
`.map((text) => text.replaceAll('\\u0020', ' '));

export const jsonTexts = listed`
  "{\"a\":1,\"b\":\"2\",\"c\":[1,2,3],\"d\":{\"e\":null}}"
  "{\"a\":1.0,\"b\":true,\"c\":\"2024-02-29T01:02:03Z\",\"d\":9007199254740993}"
  "{\"a\":null,\"b\":\"\",\"c\":[{\"k\":1,\"v\":\"x\"},{\"k\":2,\"v\":\"y\"}],\"d\":1e3}"
  "{\"a\":\"12.5\",\"b\":-0.0,\"c\":{\"a\":{\"b\":[[1],[2,3]]}},\"d\":\"true\"}"
  "{\"a\":12345678901234567890,\"b\":\"/Date(1709168523000)/\",\"c\":[],\"d\":\"2024-02-29\"}"
  "{ 'a': 0x1F, b: 'x', /* c */ \"c\": [1,], \"d\": NaN }"
`;

export const jsonPaths = listed`
  $  a  $.a  $.c[0]  $..e  $.c[*]  $.c[*].v  $..b  c[-1:]  c[0:2]  $.c[::2]  $['a']  $.c[?(@.k==1)].v
  $.c[?(@.k>1)]  $..*  $.*  c[0,1]  ['a','b']  $.c[?(@.v=='y')].k  $.c[?(@.v!='y')]  $.c[?(@.k)]
  c[  $.c.length  d.e  $.c[?(@.k>=1&&@.v=='x')]  $.c[?(@.k==1||@.k==2)].v  c[5]  x.y  $.  c[1:2]
  $.c[?(@ > 1)]  $..c[?(@.k<2)]  $.c[?(@.v=~/x/i)]
`;
