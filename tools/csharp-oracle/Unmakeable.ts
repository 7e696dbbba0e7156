/** No expression of a type is known: the case is left out. */
export class Unmakeable extends Error {
  constructor(what: string) {
    super(`no expression of ${what} is known`);
    this.name = 'Unmakeable';
  }
}
