/** The value of `System.TimeZone`: the local zone of the gateway, which is UTC. */
export class LocalTimeZone {
  static readonly current = new LocalTimeZone();
}
