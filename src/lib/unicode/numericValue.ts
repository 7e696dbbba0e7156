/**
 * Characters that stand for a number but are no decimal digits, by code point and value: `b2-b3=2`
 * counts up from 2, `1373-137b=20*10` in tens (Unicode Character Database, Numeric_Value).
 */
// prettier-ignore
const table = `
b2-b3=2 b9=1 bc=0.25 bd=0.5 be=0.75 9f4=0.0625 9f5=0.125 9f6=0.1875 9f7=0.25 9f8=0.75 9f9=16
b72=0.25 b73=0.5 b74=0.75 b75=0.0625 b76=0.125 b77=0.1875 bf0=10 bf1=100 bf2=1000 c78-c7b=0
c7c-c7e=1 d70=10 d71=100 d72=1000 d73=0.25 d74=0.5 d75=0.75 f2a-f32=0.5 f33=-0.5 1369-1372=1
1373-137b=20*10 137c=10000 16ee-16f0=17 17f0-17f9=0 19da=1 2070=0 2074-2079=4 2080-2089=0
2150=0.14285714285714285 2151=0.1111111111111111 2152=0.1 2153=0.3333333333333333
2154=0.6666666666666666 2155=0.2 2156=0.4 2157=0.6 2158=0.8 2159=0.16666666666666666
215a=0.8333333333333334 215b=0.125 215c=0.375 215d=0.625 215e=0.875 215f=1 2160-216b=1 216c=50
216d=100 216e=500 216f=1000 2170-217b=1 217c=50 217d=100 217e=500 217f=1000 2180=1000 2181=5000
2182=10000 2185=6 2186=50 2187=50000 2188=100000 2189=0 2460-2473=1 2474-2487=1 2488-249b=1
24ea=0 24eb-24f4=11 24f5-24fe=1 24ff=0 2776-277f=1 2780-2789=1 278a-2793=1 2cfd=0.5 3007=0
3021-3029=1 3038-303a=10*10 3192-3195=1 3220-3229=1 3248-324f=10*10 3251-325f=21 3280-3289=1
32b1-32bf=36 a6e6-a6ee=1 a6ef=0 a830=0.25 a831=0.5 a832=0.75 a833=0.0625 a834=0.125 a835=0.1875
f96b=3 f973=10 f978=2 f9b2=0 f9d1=6 f9d3=6 f9fd=10
`;

const values = new Map<number, number>();
for (const entry of table.trim().split(/\s+/)) {
  const match = /^(\w+)(?:-(\w+))?=(-?[\d.]+)(?:\*(\d+))?$/.exec(entry)!;
  const [, first = '', last = first, value = '', step = '1'] = match;
  const start = Number.parseInt(first, 16);
  for (let code = start; code <= Number.parseInt(last, 16); code++) {
    values.set(code, Number(value) + (code - start) * Number(step));
  }
}

const digit = /^\p{Nd}/u;

/** The number that a character stands for; -1 when it stands for none. */
export function numericValue(codePoint: number): number {
  if (!digit.test(String.fromCodePoint(codePoint))) return values.get(codePoint) ?? -1;
  let zero = codePoint;
  while (digit.test(String.fromCodePoint(zero - 1))) zero--;
  return (codePoint - zero) % 10;
}
