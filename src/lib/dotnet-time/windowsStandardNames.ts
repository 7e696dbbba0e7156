/** Windows' names for standard time (in English) of the zones whose names have become something else. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['Turks And Caicos Standard Time', 'Turks and Caicos Standard Time'],
  ['Cape Verde Standard Time', 'Cabo Verde Standard Time'],
  ['UTC', 'Coordinated Universal Time'],
  ['West Bank Standard Time', 'West Bank Gaza Standard Time'],
  ['Israel Standard Time', 'Jerusalem Standard Time'],
  ['Kaliningrad Standard Time', 'Russia TZ 1 Standard Time'],
  ['Russian Standard Time', 'Russia TZ 2 Standard Time'],
  ['Russia Time Zone 3', 'Russia TZ 3 Standard Time'],
  ['Ekaterinburg Standard Time', 'Russia TZ 4 Standard Time'],
  ['North Asia Standard Time', 'Russia TZ 6 Standard Time'],
  ['N. Central Asia Standard Time', 'Novosibirsk Standard Time'],
  ['North Asia East Standard Time', 'Russia TZ 7 Standard Time'],
  ['Singapore Standard Time', 'Malay Peninsula Standard Time'],
  ['Yakutsk Standard Time', 'Russia TZ 8 Standard Time'],
  ['Vladivostok Standard Time', 'Russia TZ 9 Standard Time'],
  ['Russia Time Zone 10', 'Russia TZ 10 Standard Time'],
  ['Russia Time Zone 11', 'Russia TZ 11 Standard Time'],
]);

/** What Windows calls standard time of a zone: mostly as it calls the zone. */
export function windowsStandardName(windowsId: string): string {
  return renamed.get(windowsId) ?? windowsId;
}
