import type { Culture } from './Culture.ts';

/** A .NET TextInfo: how a culture changes case and separates lists. */
export class TextInfo {
  readonly culture: Culture;
  readonly isReadOnly: boolean;

  constructor(culture: Culture, isReadOnly: boolean) {
    this.culture = culture;
    this.isReadOnly = isReadOnly;
  }
}
