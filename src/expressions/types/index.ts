/** The table of .NET types that expressions know. Adding a type is adding its line. */
import { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import { SystemBoolean } from './System/Boolean.ts';

export const netTypes = new TypeRegistry([SystemBoolean]);
