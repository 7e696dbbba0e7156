/**
 * Windows' names of time zones with the IANA zones of each (facts of Unicode CLDR, windowsZones):
 * the name, the zone that stands for it, then the zones of each territory. CLDR keeps old names of
 * zones, such as Asia/Calcutta; the first one of a line is what the database calls it now.
 */
const table = `
Dateline Standard Time|Etc/GMT+12|ZZ Etc/GMT+12
UTC-11|Etc/GMT+11|AS Pacific/Pago_Pago|NU Pacific/Niue|UM Pacific/Midway|ZZ Etc/GMT+11
Aleutian Standard Time|America/Adak|US America/Adak
Hawaiian Standard Time|Pacific/Honolulu|CK Pacific/Rarotonga|PF Pacific/Tahiti|UM Pacific/Johnston|US Pacific/Honolulu|ZZ Etc/GMT+10
Marquesas Standard Time|Pacific/Marquesas|PF Pacific/Marquesas
Alaskan Standard Time|America/Anchorage|US America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat
UTC-09|Etc/GMT+9|PF Pacific/Gambier|ZZ Etc/GMT+9
Pacific Standard Time (Mexico)|America/Tijuana|MX America/Tijuana America/Santa_Isabel
UTC-08|Etc/GMT+8|PN Pacific/Pitcairn|ZZ Etc/GMT+8
Pacific Standard Time|America/Los_Angeles|CA America/Vancouver|US America/Los_Angeles|ZZ PST8PDT
US Mountain Standard Time|America/Phoenix|CA America/Creston America/Dawson_Creek America/Fort_Nelson|MX America/Hermosillo|US America/Phoenix|ZZ Etc/GMT+7
Mountain Standard Time (Mexico)|America/Mazatlan|MX America/Mazatlan
Mountain Standard Time|America/Denver|CA America/Edmonton America/Cambridge_Bay America/Inuvik America/Yellowknife|MX America/Ciudad_Juarez|US America/Denver America/Boise|ZZ MST7MDT
Yukon Standard Time|America/Whitehorse|CA America/Whitehorse America/Dawson
Central America Standard Time|America/Guatemala|BZ America/Belize|CR America/Costa_Rica|EC Pacific/Galapagos|GT America/Guatemala|HN America/Tegucigalpa|NI America/Managua|SV America/El_Salvador|ZZ Etc/GMT+6
Central Standard Time|America/Chicago|CA America/Winnipeg America/Rainy_River America/Rankin_Inlet America/Resolute|MX America/Matamoros America/Ojinaga|US America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem|ZZ CST6CDT
Easter Island Standard Time|Pacific/Easter|CL Pacific/Easter
Central Standard Time (Mexico)|America/Mexico_City|MX America/Mexico_City America/Bahia_Banderas America/Merida America/Monterrey America/Chihuahua
Canada Central Standard Time|America/Regina|CA America/Regina America/Swift_Current
SA Pacific Standard Time|America/Bogota|BR America/Rio_Branco America/Eirunepe|CA America/Coral_Harbour|CO America/Bogota|EC America/Guayaquil|JM America/Jamaica|KY America/Cayman|PA America/Panama|PE America/Lima|ZZ Etc/GMT+5
Eastern Standard Time (Mexico)|America/Cancun|MX America/Cancun
Eastern Standard Time|America/New_York|BS America/Nassau|CA America/Toronto America/Iqaluit America/Montreal America/Nipigon America/Pangnirtung America/Thunder_Bay|US America/New_York America/Detroit America/Indiana/Petersburg America/Indiana/Vincennes America/Indiana/Winamac America/Kentucky/Monticello America/Louisville|ZZ EST5EDT
Haiti Standard Time|America/Port-au-Prince|HT America/Port-au-Prince
Cuba Standard Time|America/Havana|CU America/Havana
US Eastern Standard Time|America/Indiana/Indianapolis|US America/Indianapolis America/Indiana/Marengo America/Indiana/Vevay
Turks And Caicos Standard Time|America/Grand_Turk|TC America/Grand_Turk
Paraguay Standard Time|America/Asuncion|PY America/Asuncion
Atlantic Standard Time|America/Halifax|BM Atlantic/Bermuda|CA America/Halifax America/Glace_Bay America/Goose_Bay America/Moncton|GL America/Thule
Venezuela Standard Time|America/Caracas|VE America/Caracas
Central Brazilian Standard Time|America/Cuiaba|BR America/Cuiaba America/Campo_Grande
SA Western Standard Time|America/La_Paz|AG America/Antigua|AI America/Anguilla|AW America/Aruba|BB America/Barbados|BL America/St_Barthelemy|BO America/La_Paz|BQ America/Kralendijk|BR America/Manaus America/Boa_Vista America/Porto_Velho|CA America/Blanc-Sablon|CW America/Curacao|DM America/Dominica|DO America/Santo_Domingo|GD America/Grenada|GP America/Guadeloupe|GY America/Guyana|KN America/St_Kitts|LC America/St_Lucia|MF America/Marigot|MQ America/Martinique|MS America/Montserrat|PR America/Puerto_Rico|SX America/Lower_Princes|TT America/Port_of_Spain|VC America/St_Vincent|VG America/Tortola|VI America/St_Thomas|ZZ Etc/GMT+4
Pacific SA Standard Time|America/Santiago|CL America/Santiago
Newfoundland Standard Time|America/St_Johns|CA America/St_Johns
Tocantins Standard Time|America/Araguaina|BR America/Araguaina
E. South America Standard Time|America/Sao_Paulo|BR America/Sao_Paulo
SA Eastern Standard Time|America/Cayenne|AQ Antarctica/Rothera Antarctica/Palmer|BR America/Fortaleza America/Belem America/Maceio America/Recife America/Santarem|FK Atlantic/Stanley|GF America/Cayenne|SR America/Paramaribo|ZZ Etc/GMT+3
Argentina Standard Time|America/Argentina/Buenos_Aires|AR America/Buenos_Aires America/Argentina/La_Rioja America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Catamarca America/Cordoba America/Jujuy America/Mendoza
Greenland Standard Time|America/Nuuk|GL America/Godthab
Montevideo Standard Time|America/Montevideo|UY America/Montevideo
Magallanes Standard Time|America/Punta_Arenas|CL America/Punta_Arenas
Saint Pierre Standard Time|America/Miquelon|PM America/Miquelon
Bahia Standard Time|America/Bahia|BR America/Bahia
UTC-02|Etc/GMT+2|BR America/Noronha|GS Atlantic/South_Georgia|ZZ Etc/GMT+2
Azores Standard Time|Atlantic/Azores|GL America/Scoresbysund|PT Atlantic/Azores
Cape Verde Standard Time|Atlantic/Cape_Verde|CV Atlantic/Cape_Verde|ZZ Etc/GMT+1
UTC|Etc/UTC|ZZ Etc/UTC Etc/GMT
GMT Standard Time|Europe/London|ES Atlantic/Canary|FO Atlantic/Faeroe|GB Europe/London|GG Europe/Guernsey|IE Europe/Dublin|IM Europe/Isle_of_Man|JE Europe/Jersey|PT Europe/Lisbon Atlantic/Madeira
Greenwich Standard Time|Atlantic/Reykjavik|BF Africa/Ouagadougou|CI Africa/Abidjan|GH Africa/Accra|GL America/Danmarkshavn|GM Africa/Banjul|GN Africa/Conakry|GW Africa/Bissau|IS Atlantic/Reykjavik|LR Africa/Monrovia|ML Africa/Bamako|MR Africa/Nouakchott|SH Atlantic/St_Helena|SL Africa/Freetown|SN Africa/Dakar|TG Africa/Lome
Sao Tome Standard Time|Africa/Sao_Tome|ST Africa/Sao_Tome
Morocco Standard Time|Africa/Casablanca|EH Africa/El_Aaiun|MA Africa/Casablanca
W. Europe Standard Time|Europe/Berlin|AD Europe/Andorra|AT Europe/Vienna|CH Europe/Zurich|DE Europe/Berlin Europe/Busingen|GI Europe/Gibraltar|IT Europe/Rome|LI Europe/Vaduz|LU Europe/Luxembourg|MC Europe/Monaco|MT Europe/Malta|NL Europe/Amsterdam|NO Europe/Oslo|SE Europe/Stockholm|SJ Arctic/Longyearbyen|SM Europe/San_Marino|VA Europe/Vatican
Central Europe Standard Time|Europe/Budapest|AL Europe/Tirane|CZ Europe/Prague|HU Europe/Budapest|ME Europe/Podgorica|RS Europe/Belgrade|SI Europe/Ljubljana|SK Europe/Bratislava
Romance Standard Time|Europe/Paris|BE Europe/Brussels|DK Europe/Copenhagen|ES Europe/Madrid Africa/Ceuta|FR Europe/Paris
Central European Standard Time|Europe/Warsaw|BA Europe/Sarajevo|HR Europe/Zagreb|MK Europe/Skopje|PL Europe/Warsaw
W. Central Africa Standard Time|Africa/Lagos|AO Africa/Luanda|BJ Africa/Porto-Novo|CD Africa/Kinshasa|CF Africa/Bangui|CG Africa/Brazzaville|CM Africa/Douala|DZ Africa/Algiers|GA Africa/Libreville|GQ Africa/Malabo|NE Africa/Niamey|NG Africa/Lagos|TD Africa/Ndjamena|TN Africa/Tunis|ZZ Etc/GMT-1
Jordan Standard Time|Asia/Amman|JO Asia/Amman
GTB Standard Time|Europe/Bucharest|CY Asia/Nicosia Asia/Famagusta|GR Europe/Athens|RO Europe/Bucharest
Middle East Standard Time|Asia/Beirut|LB Asia/Beirut
Egypt Standard Time|Africa/Cairo|EG Africa/Cairo
E. Europe Standard Time|Europe/Chisinau|MD Europe/Chisinau
Syria Standard Time|Asia/Damascus|SY Asia/Damascus
West Bank Standard Time|Asia/Hebron|PS Asia/Hebron Asia/Gaza
South Africa Standard Time|Africa/Johannesburg|BI Africa/Bujumbura|BW Africa/Gaborone|CD Africa/Lubumbashi|LS Africa/Maseru|MW Africa/Blantyre|MZ Africa/Maputo|RW Africa/Kigali|SZ Africa/Mbabane|ZA Africa/Johannesburg|ZM Africa/Lusaka|ZW Africa/Harare|ZZ Etc/GMT-2
FLE Standard Time|Europe/Kyiv|AX Europe/Mariehamn|BG Europe/Sofia|EE Europe/Tallinn|FI Europe/Helsinki|LT Europe/Vilnius|LV Europe/Riga|UA Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye
Israel Standard Time|Asia/Jerusalem|IL Asia/Jerusalem
South Sudan Standard Time|Africa/Juba|SS Africa/Juba
Kaliningrad Standard Time|Europe/Kaliningrad|RU Europe/Kaliningrad
Sudan Standard Time|Africa/Khartoum|SD Africa/Khartoum
Libya Standard Time|Africa/Tripoli|LY Africa/Tripoli
Namibia Standard Time|Africa/Windhoek|NA Africa/Windhoek
Arabic Standard Time|Asia/Baghdad|IQ Asia/Baghdad
Turkey Standard Time|Europe/Istanbul|TR Europe/Istanbul
Arab Standard Time|Asia/Riyadh|BH Asia/Bahrain|KW Asia/Kuwait|QA Asia/Qatar|SA Asia/Riyadh|YE Asia/Aden
Belarus Standard Time|Europe/Minsk|BY Europe/Minsk
Russian Standard Time|Europe/Moscow|RU Europe/Moscow Europe/Kirov|UA Europe/Simferopol
E. Africa Standard Time|Africa/Nairobi|AQ Antarctica/Syowa|DJ Africa/Djibouti|ER Africa/Asmera|ET Africa/Addis_Ababa|KE Africa/Nairobi|KM Indian/Comoro|MG Indian/Antananarivo|SO Africa/Mogadishu|TZ Africa/Dar_es_Salaam|UG Africa/Kampala|YT Indian/Mayotte|ZZ Etc/GMT-3
Volgograd Standard Time|Europe/Volgograd|RU Europe/Volgograd
Iran Standard Time|Asia/Tehran|IR Asia/Tehran
Arabian Standard Time|Asia/Dubai|AE Asia/Dubai|OM Asia/Muscat|ZZ Etc/GMT-4
Astrakhan Standard Time|Europe/Astrakhan|RU Europe/Astrakhan Europe/Ulyanovsk
Azerbaijan Standard Time|Asia/Baku|AZ Asia/Baku
Russia Time Zone 3|Europe/Samara|RU Europe/Samara
Mauritius Standard Time|Indian/Mauritius|MU Indian/Mauritius|RE Indian/Reunion|SC Indian/Mahe
Saratov Standard Time|Europe/Saratov|RU Europe/Saratov
Georgian Standard Time|Asia/Tbilisi|GE Asia/Tbilisi
Caucasus Standard Time|Asia/Yerevan|AM Asia/Yerevan
Afghanistan Standard Time|Asia/Kabul|AF Asia/Kabul
West Asia Standard Time|Asia/Tashkent|AQ Antarctica/Mawson|KZ Asia/Oral Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Almaty Asia/Qostanay|MV Indian/Maldives|TF Indian/Kerguelen|TJ Asia/Dushanbe|TM Asia/Ashgabat|UZ Asia/Tashkent Asia/Samarkand|ZZ Etc/GMT-5
Ekaterinburg Standard Time|Asia/Yekaterinburg|RU Asia/Yekaterinburg
Pakistan Standard Time|Asia/Karachi|PK Asia/Karachi
Qyzylorda Standard Time|Asia/Qyzylorda|KZ Asia/Qyzylorda
India Standard Time|Asia/Kolkata|IN Asia/Calcutta
Sri Lanka Standard Time|Asia/Colombo|LK Asia/Colombo
Nepal Standard Time|Asia/Kathmandu|NP Asia/Katmandu
Central Asia Standard Time|Asia/Bishkek|AQ Antarctica/Vostok|CN Asia/Urumqi|IO Indian/Chagos|KG Asia/Bishkek|ZZ Etc/GMT-6
Bangladesh Standard Time|Asia/Dhaka|BD Asia/Dhaka|BT Asia/Thimphu
Omsk Standard Time|Asia/Omsk|RU Asia/Omsk
Myanmar Standard Time|Asia/Yangon|CC Indian/Cocos|MM Asia/Rangoon
SE Asia Standard Time|Asia/Bangkok|AQ Antarctica/Davis|CX Indian/Christmas|ID Asia/Jakarta Asia/Pontianak|KH Asia/Phnom_Penh|LA Asia/Vientiane|TH Asia/Bangkok|VN Asia/Saigon|ZZ Etc/GMT-7
Altai Standard Time|Asia/Barnaul|RU Asia/Barnaul
W. Mongolia Standard Time|Asia/Hovd|MN Asia/Hovd
North Asia Standard Time|Asia/Krasnoyarsk|RU Asia/Krasnoyarsk Asia/Novokuznetsk
N. Central Asia Standard Time|Asia/Novosibirsk|RU Asia/Novosibirsk
Tomsk Standard Time|Asia/Tomsk|RU Asia/Tomsk
China Standard Time|Asia/Shanghai|CN Asia/Shanghai|HK Asia/Hong_Kong|MO Asia/Macau
North Asia East Standard Time|Asia/Irkutsk|RU Asia/Irkutsk
Singapore Standard Time|Asia/Singapore|BN Asia/Brunei|ID Asia/Makassar|MY Asia/Kuala_Lumpur Asia/Kuching|PH Asia/Manila|SG Asia/Singapore|ZZ Etc/GMT-8
W. Australia Standard Time|Australia/Perth|AU Australia/Perth
Taipei Standard Time|Asia/Taipei|TW Asia/Taipei
Ulaanbaatar Standard Time|Asia/Ulaanbaatar|MN Asia/Ulaanbaatar Asia/Choibalsan
Aus Central W. Standard Time|Australia/Eucla|AU Australia/Eucla
Transbaikal Standard Time|Asia/Chita|RU Asia/Chita
Tokyo Standard Time|Asia/Tokyo|ID Asia/Jayapura|JP Asia/Tokyo|PW Pacific/Palau|TL Asia/Dili|ZZ Etc/GMT-9
North Korea Standard Time|Asia/Pyongyang|KP Asia/Pyongyang
Korea Standard Time|Asia/Seoul|KR Asia/Seoul
Yakutsk Standard Time|Asia/Yakutsk|RU Asia/Yakutsk Asia/Khandyga
Cen. Australia Standard Time|Australia/Adelaide|AU Australia/Adelaide Australia/Broken_Hill
AUS Central Standard Time|Australia/Darwin|AU Australia/Darwin
E. Australia Standard Time|Australia/Brisbane|AU Australia/Brisbane Australia/Lindeman
AUS Eastern Standard Time|Australia/Sydney|AU Australia/Sydney Australia/Melbourne
West Pacific Standard Time|Pacific/Port_Moresby|AQ Antarctica/DumontDUrville|FM Pacific/Truk|GU Pacific/Guam|MP Pacific/Saipan|PG Pacific/Port_Moresby|ZZ Etc/GMT-10
Tasmania Standard Time|Australia/Hobart|AU Australia/Hobart Australia/Currie Antarctica/Macquarie
Vladivostok Standard Time|Asia/Vladivostok|RU Asia/Vladivostok Asia/Ust-Nera
Lord Howe Standard Time|Australia/Lord_Howe|AU Australia/Lord_Howe
Bougainville Standard Time|Pacific/Bougainville|PG Pacific/Bougainville
Russia Time Zone 10|Asia/Srednekolymsk|RU Asia/Srednekolymsk
Magadan Standard Time|Asia/Magadan|RU Asia/Magadan
Norfolk Standard Time|Pacific/Norfolk|NF Pacific/Norfolk
Sakhalin Standard Time|Asia/Sakhalin|RU Asia/Sakhalin
Central Pacific Standard Time|Pacific/Guadalcanal|AQ Antarctica/Casey|FM Pacific/Ponape Pacific/Kosrae|NC Pacific/Noumea|SB Pacific/Guadalcanal|VU Pacific/Efate|ZZ Etc/GMT-11
Russia Time Zone 11|Asia/Kamchatka|RU Asia/Kamchatka Asia/Anadyr
New Zealand Standard Time|Pacific/Auckland|AQ Antarctica/McMurdo|NZ Pacific/Auckland
UTC+12|Etc/GMT-12|KI Pacific/Tarawa|MH Pacific/Majuro Pacific/Kwajalein|NR Pacific/Nauru|TV Pacific/Funafuti|UM Pacific/Wake|WF Pacific/Wallis|ZZ Etc/GMT-12
Fiji Standard Time|Pacific/Fiji|FJ Pacific/Fiji
Chatham Islands Standard Time|Pacific/Chatham|NZ Pacific/Chatham
UTC+13|Etc/GMT-13|KI Pacific/Enderbury|TK Pacific/Fakaofo|ZZ Etc/GMT-13
Tonga Standard Time|Pacific/Tongatapu|TO Pacific/Tongatapu
Samoa Standard Time|Pacific/Apia|WS Pacific/Apia
Line Islands Standard Time|Pacific/Kiritimati|KI Pacific/Kiritimati|ZZ Etc/GMT-14
`;

interface WindowsZone {
  readonly id: string;
  readonly main: string;
  /** Zones by ISO 3166 code of the territory, the chief one first. */
  readonly territories: ReadonlyMap<string, readonly string[]>;
}

const windowsZones: ReadonlyMap<string, WindowsZone> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', main = '', ...rest] = line.split('|');
      const territories = rest.map((text) => {
        const [territory = '', ...zones] = text.split(' ');
        return [territory, zones] as const;
      });
      return [id.toLowerCase(), { id, main, territories: new Map(territories) }] as const;
    }),
);

/** Windows' names by IANA names, both as the table has them but for case of the latter. */
const windowsByIana: ReadonlyMap<string, string> = new Map(
  [...windowsZones.values()].flatMap(({ id, main, territories }) =>
    [main, ...[...territories.values()].flat()].map((zone) => [zone.toLowerCase(), id] as const),
  ),
);

const ianaNames = new Map<string, string>();

/** An IANA name as ICU writes it, which is the zone's own for an alias; undefined of other texts. */
function ianaName(id: string): string | undefined {
  const key = id.toLowerCase();
  const known = ianaNames.get(key);
  if (known !== undefined) return known;
  // Intl knows offsets as zones too: +01:00.
  if (!/^[a-z][a-z0-9_+/-]{0,60}$/.test(key)) return undefined;
  try {
    const name = new Intl.DateTimeFormat('en-US', { timeZone: id }).resolvedOptions().timeZone;
    ianaNames.set(key, name);
    return name;
  } catch {
    return undefined;
  }
}

/** The IANA zone of a Windows name, or of an IANA name itself; undefined when there is none. */
export function ianaZone(id: string): string | undefined {
  return ianaOfWindows(id) ?? ianaName(id);
}

/** The IANA zone of a Windows name, in a territory (ISO 3166) when it has one there. */
export function ianaOfWindows(windowsId: string, territory?: string): string | undefined {
  const zone = windowsZones.get(windowsId.toLowerCase());
  const [local] = zone?.territories.get(territory?.toUpperCase() ?? '') ?? [];
  return local ?? zone?.main;
}

/** The Windows name of the zone that an IANA name is in. */
export function windowsOfIana(ianaId: string): string | undefined {
  return (
    windowsByIana.get(ianaId.toLowerCase()) ??
    windowsByIana.get((ianaName(ianaId) ?? '').toLowerCase())
  );
}

export function isIanaId(id: string): boolean {
  return windowsOfIana(id) !== undefined || ianaName(id) !== undefined;
}

/** All of Windows' names. */
export function windowsIds(): readonly string[] {
  return [...windowsZones.values()].map(({ id }) => id);
}
