import type { Culture } from './Culture.ts';

/** A .NET TextInfo: how a culture changes case and separates lists. */
export class TextInfo {
  readonly culture: Culture;

  constructor(culture: Culture) {
    this.culture = culture;
  }
}
