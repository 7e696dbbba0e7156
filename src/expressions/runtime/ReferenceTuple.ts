import { Composite } from './Composite.ts';

/** A value of `System.Tuple<…>`. */
export class ReferenceTuple extends Composite {}
