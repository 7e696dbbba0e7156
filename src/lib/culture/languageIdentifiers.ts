/**
 * Windows language code identifiers (LCID) by culture name, hexadecimal
 * (https://learn.microsoft.com/openspecs/windows_protocols/ms-lcid).
 */
// prettier-ignore
const table = `
af:36 af-ZA:436 am:5e am-ET:45e ar:1 ar-AE:3801 ar-BH:3c01 ar-DZ:1401 ar-EG:c01 ar-IQ:801
ar-JO:2c01 ar-KW:3401 ar-LB:3001 ar-LY:1001 ar-MA:1801 ar-OM:2001 ar-QA:4001 ar-SA:401 ar-SY:2801
ar-TN:1c01 ar-YE:2401 as:4d as-IN:44d az:2c az-Cyrl:742c az-Cyrl-AZ:82c az-Latn:782c
az-Latn-AZ:42c be:23 be-BY:423 bg:2 bg-BG:402 bn:45 bn-BD:845 bn-IN:445 bo:51 bo-CN:451 br:7e
br-FR:47e bs:781a bs-Cyrl:641a bs-Cyrl-BA:201a bs-Latn:681a bs-Latn-BA:141a ca:3 ca-ES:403
ca-ES-valencia:803 chr:5c cs:5 cs-CZ:405 cy:52 cy-GB:452 da:6 da-DK:406 de:7 de-AT:c07 de-CH:807
de-DE:407 de-LI:1407 de-LU:1007 dsb:7c2e dsb-DE:82e el:8 el-GR:408 en:9 en-AU:c09 en-BZ:2809
en-CA:1009 en-GB:809 en-HK:3c09 en-IE:1809 en-IN:4009 en-JM:2009 en-MY:4409 en-NZ:1409 en-PH:3409
en-SG:4809 en-TT:2c09 en-US:409 en-ZA:1c09 en-ZW:3009 es:a es-AR:2c0a es-BO:400a es-CL:340a
es-CO:240a es-CR:140a es-CU:5c0a es-DO:1c0a es-EC:300a es-ES:c0a es-GT:100a es-HN:480a es-MX:80a
es-NI:4c0a es-PA:180a es-PE:280a es-PR:500a es-PY:3c0a es-SV:440a es-US:540a es-UY:380a
es-VE:200a et:25 et-EE:425 eu:2d eu-ES:42d fa:29 fa-IR:429 ff:67 fi:b fi-FI:40b fil:64 fil-PH:464
fo:38 fo-FO:438 fr:c fr-BE:80c fr-CA:c0c fr-CD:240c fr-CH:100c fr-CI:300c fr-CM:2c0c fr-FR:40c
fr-HT:3c0c fr-LU:140c fr-MA:380c fr-MC:180c fr-ML:340c fr-RE:200c fr-SN:280c fy:62 fy-NL:462
ga:3c ga-IE:83c gd:91 gd-GB:491 gl:56 gl-ES:456 gsw:84 gsw-FR:484 gu:47 gu-IN:447 ha:68
ha-Latn:7c68 ha-Latn-NG:468 haw:75 haw-US:475 he:d he-IL:40d hi:39 hi-IN:439 hr:1a hr-BA:101a
hr-HR:41a hsb:2e hsb-DE:42e hu:e hu-HU:40e hy:2b hy-AM:42b id:21 id-ID:421 ig:70 ig-NG:470 ii:78
ii-CN:478 is:f is-IS:40f it:10 it-CH:810 it-IT:410 ja:11 ja-JP:411 ka:37 ka-GE:437 kk:3f
kk-KZ:43f kl:6f kl-GL:46f km:53 km-KH:453 kn:4b kn-IN:44b ko:12 ko-KR:412 kok:57 kok-IN:457 ky:40
ky-KG:440 lb:6e lb-LU:46e lo:54 lo-LA:454 lt:27 lt-LT:427 lv:26 lv-LV:426 mk:2f mk-MK:42f ml:4c
ml-IN:44c mn:50 mn-Cyrl:7850 mn-MN:450 mr:4e mr-IN:44e ms:3e ms-BN:83e ms-MY:43e mt:3a mt-MT:43a
my:55 my-MM:455 nb:7c14 nb-NO:414 ne:61 ne-IN:861 ne-NP:461 nl:13 nl-BE:813 nl-NL:413 nn:7814
nn-NO:814 no:14 nso:6c nso-ZA:46c om:72 om-ET:472 or:48 or-IN:448 pa:46 pa-Arab:7c46
pa-Arab-PK:846 pl:15 pl-PL:415 ps:63 ps-AF:463 pt:16 pt-BR:416 pt-PT:816 rm:17 rm-CH:417 ro:18
ro-MD:818 ro-RO:418 ru:19 ru-MD:819 ru-RU:419 rw:87 rw-RW:487 sah:85 sah-RU:485 se:3b se-FI:c3b
se-NO:43b se-SE:83b si:5b si-LK:45b sk:1b sk-SK:41b sl:24 sl-SI:424 smn:703b smn-FI:243b so:77
so-SO:477 sq:1c sq-AL:41c sr:7c1a sr-Cyrl:6c1a sr-Cyrl-BA:1c1a sr-Cyrl-ME:301a sr-Cyrl-RS:281a
sr-Latn:701a sr-Latn-BA:181a sr-Latn-ME:2c1a sr-Latn-RS:241a st:30 st-ZA:430 sv:1d sv-FI:81d
sv-SE:41d sw:41 sw-KE:441 ta:49 ta-IN:449 ta-LK:849 te:4a te-IN:44a tg:28 tg-Cyrl:7c28
tg-Cyrl-TJ:428 th:1e th-TH:41e ti:73 ti-ER:873 ti-ET:473 tk:42 tk-TM:442 tn:32 tn-BW:832
tn-ZA:432 tr:1f tr-TR:41f ts:31 ts-ZA:431 tzm:5f tzm-Latn:7c5f ug:80 ug-CN:480 uk:22 uk-UA:422
ur:20 ur-IN:820 ur-PK:420 uz:43 uz-Cyrl:7843 uz-Cyrl-UZ:843 uz-Latn:7c43 uz-Latn-UZ:443 vi:2a
vi-VN:42a xh:34 xh-ZA:434 yo:6a yo-NG:46a zh:7804 zh-CN:804 zh-HK:c04 zh-Hans:4 zh-Hant:7c04
zh-MO:1404 zh-SG:1004 zh-TW:404 zu:35 zu-ZA:435
`;

const unnamedIdentifier = 0x1000;

const identifiers = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [name = '', hexadecimal = ''] = entry.split(':');
      return [name, Number.parseInt(hexadecimal, 16)] as const;
    }),
);

const names = new Map([...identifiers].map(([name, identifier]) => [identifier, name]));

/** The LCID of a culture; 0x7F is the invariant one, 0x1000 all that have no number. */
export function languageIdentifier(name: string): number {
  return name === '' ? 0x7f : (identifiers.get(name) ?? unnamedIdentifier);
}

/** The culture of an LCID. */
export function cultureOfIdentifier(identifier: number): string | undefined {
  return identifier === 0x7f ? '' : names.get(identifier);
}
