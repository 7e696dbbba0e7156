import { Composite } from './Composite.ts';

/** A value of an anonymous type: `new { Id = 1, Name = "echo" }`; its items are its properties. */
export class AnonymousObject extends Composite {}
