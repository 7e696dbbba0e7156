/** Something that the person at the terminal can mend: what is wrong, and the way out. */
export class Complaint extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'Complaint';
    this.hint = hint;
  }
}
