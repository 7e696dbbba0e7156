/**
 * What .NET writes in Latin-1 for characters that it lacks: letters without their accents, plain
 * quotes and dashes (its "best fit"). A line is a byte and the units that become it.
 */
const table = `
20 2000 2001 2002 2003 2004 2005 2006
22 2ba 30e 201c 201d 201e
27 2b9 2bc 2c8 2018 2019 2032
2c 201a
2d 2010 2011 2013 2014
2e 2022 2026
3c 2039
3e 203a
41 100 102 104 1cd 1de
43 106 108 10a 10c
44 10e 110 189
45 112 114 116 118 11a
46 191
47 11c 11e 120 122 1e4 1e6
48 124 126
49 128 12a 12c 12e 130 197 1cf
4a 134
4b 136 1e8
4c 139 13b 13d 141
4e 143 145 147
4f 14c 14e 150 152 19f 1a0 1d1 1ea 1ec
52 154 156 158
53 15a 15c 15e 160
54 162 164 166 1ae 2122
55 168 16a 16c 16e 170 172 1af 1d3 1d5 1d7 1d9 1db
57 174
59 176 178
5a 179 17b 17d
5e 2c4 2c6 302
5f 2cd 331 332
60 2cb 300 2035
61 101 103 105 1ce 1df
62 180
63 107 109 10b 10d
64 10f 111
65 113 115 117 119 11b
66 192
67 11d 11f 121 123 1e5 1e7 261
68 125 127
69 129 12b 12d 12f 131 1d0
6a 135 1f0
6b 137 1e9
6c 13a 13c 13e 142 19a
6e 144 146 148
6f 14d 14f 151 153 1a1 1d2 1eb 1ed
72 155 157 159
73 15b 15d 15f 161
74 163 165 167 1ab
75 169 16b 16d 16f 171 173 1b0 1d4 1d6 1d8 1da 1dc
77 175
79 177
7a 17a 17c 17e 1b6
7e 2dc 303`;

const bytes = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [byte = 0, ...units] = line.split(' ').map((code) => Number.parseInt(code, 16));
      return units.map((unit) => [unit, byte] as const);
    }),
);

const [firstWide, lastWide, toNarrow] = [0xff01, 0xff5e, 0xfee0];

/** The Latin-1 byte that comes nearest to a unit beyond Latin-1; undefined when none does. */
export function latin1BestFit(unit: number): number | undefined {
  if (unit >= firstWide && unit <= lastWide) return unit - toNarrow;
  return bytes.get(unit);
}
