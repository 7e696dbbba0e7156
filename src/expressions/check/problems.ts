/**
 * What the checker can find wrong. Numbers and words are those of Microsoft's C# compiler
 * (learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages), which people search for;
 * what to do about it stands in hints. `{0}`, `{1}` and so on stand for details.
 */
export const problems = {
  CS0019: "Operator '{0}' cannot be applied to operands of type '{1}' and '{2}'",
  CS0020: 'Division by constant zero',
  CS0021: "Cannot apply indexing with [] to an expression of type '{0}'",
  CS0022: 'Wrong number of indices inside []; expected {0}',
  CS0023: "Operator '{0}' cannot be applied to operand of type '{1}'",
  CS0029: "Cannot implicitly convert type '{0}' to '{1}'",
  CS0030: "Cannot convert type '{0}' to '{1}'",
  CS0031: "Constant value '{0}' cannot be converted to a '{1}'",
  CS0034: "Operator '{0}' is ambiguous on operands of type '{1}' and '{2}'",
  CS0035: "Operator '{0}' is ambiguous on an operand of type '{1}'",
  CS0037: "Cannot convert null to '{0}' because it is a non-nullable value type",
  CS0039:
    "Cannot convert type '{0}' to '{1}' via a reference conversion, boxing conversion, unboxing conversion, wrapping conversion, or null type conversion",
  CS0077:
    "The as operator must be used with a reference type or nullable type ('{0}' is a non-nullable value type)",
  CS0080: 'Constraints are not allowed on non-generic declarations',
  CS0100: "The parameter name '{0}' is a duplicate",
  CS0103: "The name '{0}' does not exist in the current context",
  CS0104: "'{0}' is an ambiguous reference between '{1}' and '{2}'",
  CS0117: "'{0}' does not contain a definition for '{1}'",
  CS0118: "'{0}' is a {1} but is used like a {2}",
  CS0119: "'{0}' is a {1}, which is not valid in the given context",
  CS0120: "An object reference is required for the non-static field, method, or property '{0}'",
  CS0121: "The call is ambiguous between the following methods or properties: '{0}' and '{1}'",
  CS0126: "An object of a type convertible to '{0}' is required",
  CS0127: "Since '{0}' returns void, a return keyword must not be followed by an object expression",
  CS0128: "A local variable or function named '{0}' is already defined in this scope",
  CS0131: 'The left-hand side of an assignment must be a variable, property or indexer',
  CS0133: "The expression being assigned to '{0}' must be constant",
  CS0134:
    "'{0}' is of type '{1}'. A const field of a reference type other than string can only be initialized with null.",
  CS0136:
    "A local or parameter named '{0}' cannot be declared in this scope because that name is used in an enclosing local scope to define a local or parameter",
  CS0139: 'No enclosing loop out of which to break or continue',
  CS0140: "The label '{0}' is a duplicate",
  CS0144: "Cannot create an instance of the abstract class or interface '{0}'",
  CS0145: 'A const field requires a value to be provided',
  CS0149: 'Method name expected',
  CS0150: 'A constant value is expected',
  CS0152: "The switch statement contains multiple cases with the label value '{0}'",
  CS0153: 'A goto case is only valid inside a switch statement',
  CS0154:
    "The property or indexer '{0}' cannot be used in this context because it lacks the get accessor",
  CS0155: 'The type caught or thrown must be derived from System.Exception',
  CS0156: 'A throw statement with no arguments is not allowed outside of a catch clause',
  CS0157: 'Control cannot leave the body of a finally clause',
  CS0159: "No such label '{0}' within the scope of the goto statement",
  CS0160:
    "A previous catch clause already catches all exceptions of this or of a super type ('{0}')",
  CS0161: "'{0}': not all code paths return a value",
  CS0162: 'Unreachable code detected',
  CS0163: "Control cannot fall through from one case label ('{0}') to another",
  CS0164: 'This label has not been referenced',
  CS0165: "Use of unassigned local variable '{0}'",
  CS0170: "Use of possibly unassigned field '{0}'",
  CS0172:
    "Type of conditional expression cannot be determined because '{0}' and '{1}' implicitly convert to one another",
  CS0173:
    "Type of conditional expression cannot be determined because there is no implicit conversion between '{0}' and '{1}'",
  CS0176:
    "Member '{1}.{0}' cannot be accessed with an instance reference; qualify it with a type name instead",
  CS0177: "The out parameter '{0}' must be assigned to before control leaves the current method",
  CS0185: "'{0}' is not a reference type as required by the lock statement",
  CS0186: 'Use of null is not valid in this context',
  CS0198:
    'A static readonly field cannot be assigned to (except in a static constructor or a variable initializer)',
  CS0199:
    'A static readonly field cannot be used as a ref or out value (except in a static constructor)',
  CS0200: "Property or indexer '{0}' cannot be assigned to -- it is read only",
  CS0201:
    'Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement',
  CS0206: 'A property or indexer may not be passed as an out or ref parameter',
  CS0220: 'The operation overflows at compile time in checked mode',
  CS0221:
    "Constant value '{0}' cannot be converted to a '{1}' (use 'unchecked' syntax to override)",
  CS0225: 'The params parameter must be a single dimensional array',
  CS0231: 'A params parameter must be the last parameter in a formal parameter list',
  CS0233:
    "'{0}' does not have a predefined size, therefore sizeof can only be used in an unsafe context",
  CS0234:
    "The type or namespace name '{0}' does not exist in the namespace '{1}' (are you missing an assembly reference?)",
  CS0246:
    "The type or namespace name '{0}' could not be found (are you missing a using directive or an assembly reference?)",
  CS0248: 'Cannot create an array with a negative size',
  CS0252:
    "Possible unintended reference comparison; to get a value comparison, cast the left hand side to type 'string'",
  CS0253:
    "Possible unintended reference comparison; to get a value comparison, cast the right hand side to type 'string'",
  CS0266:
    "Cannot implicitly convert type '{0}' to '{1}'. An explicit conversion exists (are you missing a cast?)",
  CS0269: "Use of unassigned out parameter '{0}'",
  CS0283: "The type '{0}' cannot be declared const",
  CS0304:
    "Cannot create an instance of the variable type '{0}' because it does not have the new() constraint",
  CS0305: "Using the generic {2} '{0}' requires {1} type arguments",
  CS0307: "The {1} '{0}' cannot be used with type arguments",
  CS0308: "The non-generic {1} '{0}' cannot be used with type arguments",
  CS0310:
    "'{0}' must be a non-abstract type with a public parameterless constructor in order to use it as parameter '{1}' in the generic type or method '{2}'",
  CS0311:
    "The type '{0}' cannot be used as type parameter '{2}' in the generic type or method '{3}'. There is no implicit reference conversion from '{0}' to '{1}'.",
  CS0312:
    "The type '{0}' cannot be used as type parameter '{2}' in the generic type or method '{3}'. The nullable type '{0}' does not satisfy the constraint of '{1}'.",
  CS0313:
    "The type '{0}' cannot be used as type parameter '{2}' in the generic type or method '{3}'. The nullable type '{0}' does not satisfy the constraint of '{1}'. Nullable types can not satisfy any interface constraints.",
  CS0314:
    "The type '{0}' cannot be used as type parameter '{2}' in the generic type or method '{3}'. There is no boxing conversion or type parameter conversion from '{0}' to '{1}'.",
  CS0315:
    "The type '{0}' cannot be used as type parameter '{2}' in the generic type or method '{3}'. There is no boxing conversion from '{0}' to '{1}'.",
  CS0401: 'The new() constraint must be the last constraint specified',
  CS0403:
    "Cannot convert null to type parameter '{0}' because it could be a non-nullable value type. Consider using 'default({0})' instead.",
  CS0407: "'{1} {0}' has the wrong return type",
  CS0409:
    "A constraint clause has already been specified for type parameter '{0}'. All of the constraints for a type parameter must be specified in a single where clause.",
  CS0411:
    "The type arguments for method '{0}' cannot be inferred from the usage. Try specifying the type arguments explicitly.",
  CS0413:
    "The type parameter '{0}' cannot be used with the 'as' operator because it does not have a class type constraint nor a 'class' constraint",
  CS0123: "No overload for '{0}' matches delegate '{1}'",
  CS0417: "'{0}': cannot provide arguments when creating an instance of a variable type",
  CS0426: "The type name '{0}' does not exist in the type '{1}'",
  CS0428:
    "Cannot convert method group '{0}' to non-delegate type '{1}'. Did you intend to invoke the method?",
  CS0432: "Alias '{0}' not found",
  CS0446: "Foreach cannot operate on a '{1}'. Did you intend to invoke the '{1}'?",
  CS0449: "The 'class' or 'struct' constraint must come before any other constraints",
  CS0451: "The 'new()' constraint cannot be used with the 'struct' constraint",
  CS0452:
    "The type '{0}' must be a reference type in order to use it as parameter '{1}' in the generic type or method '{2}'",
  CS0453:
    "The type '{0}' must be a non-nullable value type in order to use it as parameter '{1}' in the generic type or method '{2}'",
  CS0594: "Floating-point constant is outside the range of type '{0}'",
  CS0622:
    'Can only use array initializer expressions to assign to array types. Try using a new expression instead.',
  CS0623:
    'Array initializers can only be used in a variable or field initializer. Try using a new expression instead.',
  CS0664:
    "Literal of type double cannot be implicitly converted to type '{0}'; use an '{1}' suffix to create a literal of this type",
  CS0692: "Duplicate type parameter '{0}'",
  CS0699: "'{1}' does not define type parameter '{0}'",
  CS0701:
    "'{0}' is not a valid constraint. A type used as a constraint must be an interface, a non-sealed class or a type parameter.",
  CS0702: "Constraint cannot be special class '{0}'",
  CS0706:
    'Invalid constraint type. A type used as a constraint must be an interface, a non-sealed class or a type parameter.',
  CS0712: "Cannot create an instance of the static class '{0}'",
  CS0724:
    'A throw statement with no arguments is not allowed in a finally clause that is nested inside the nearest enclosing catch clause',
  CS0815: 'Cannot assign {0} to an implicitly-typed variable',
  CS0818: 'Implicitly-typed variables must be initialized',
  CS0819: 'Implicitly-typed variables cannot have multiple declarators',
  CS0820: 'Cannot initialize an implicitly-typed variable with an array initializer',
  CS0822: 'Implicitly-typed variables cannot be constant',
  CS0825:
    "The contextual keyword 'var' may only appear within a local variable declaration or in script code",
  CS0826: 'No best type found for implicitly-typed array',
  CS0828: 'Cannot assign {0} to anonymous type property',
  CS0833: 'An anonymous type cannot have multiple properties with the same name',
  CS0841: "Cannot use local variable '{0}' before it is declared",
  CS0846: 'A nested array initializer is expected',
  CS0847: "An array initializer of length '{0}' is expected",
  CS1059:
    'The operand of an increment or decrement operator must be a variable, property or indexer',
  CS1061:
    "'{0}' does not contain a definition for '{1}' and no accessible extension method '{1}' accepting a first argument of type '{0}' could be found (are you missing a using directive or an assembly reference?)",
  CS1501: "No overload for method '{0}' takes {1} arguments",
  CS1503: "Argument {0}: cannot convert from '{1}' to '{2}'",
  CS1510: 'A ref or out value must be an assignable variable',
  CS1547: "Keyword 'void' cannot be used in this context",
  CS1579:
    "foreach statement cannot operate on variables of type '{0}' because '{0}' does not contain a public instance definition for 'GetEnumerator'",
  CS1593: "Delegate '{0}' does not take {1} arguments",
  CS1612: "Cannot modify the return value of '{0}' because it is not a variable",
  CS1615: "Argument {0} may not be passed with the '{1}' keyword",
  CS1620: "Argument {0} must be passed with the '{1}' keyword",
  CS1628:
    "Cannot use ref, out, or in parameter '{0}' inside an anonymous method, lambda expression, query expression, or local function",
  CS1643: "Not all code paths return a value in lambda expression of type '{0}'",
  CS1640:
    "foreach statement cannot operate on variables of type '{0}' because it implements multiple instantiations of 'IEnumerable<T>'; try casting to a specific interface instantiation",
  CS1656: "Cannot assign to '{0}' because it is a '{1}'",
  CS1657: "Cannot use '{0}' as a ref or out value because it is a '{1}'",
  CS1660: "Cannot convert lambda expression to type '{0}' because it is not a delegate type",
  CS1661:
    "Cannot convert lambda expression to delegate type '{0}' because the parameter types do not match the delegate parameter types",
  CS1674:
    "'{0}': type used in a using statement must be implicitly convertible to 'System.IDisposable'",
  CS1676: "Parameter {0} must be declared with the '{1}' keyword",
  CS1677: "Parameter {0} should not be declared with the '{1}' keyword",
  CS1678: "Parameter {0} is declared as type '{1}' but should be '{2}'",
  CS1688:
    "Cannot convert anonymous method block without a parameter list to delegate type '{0}' because it has one or more out parameters",
  CS1729: "'{0}' does not contain a constructor that takes {1} arguments",
  CS1736: "Default parameter value for '{0}' must be a compile-time constant",
  CS1737: 'Optional parameters must appear after all required parameters',
  CS1739: "The best overload for '{0}' does not have a parameter named '{1}'",
  CS1740: "Named argument '{0}' cannot be specified multiple times",
  CS1744:
    "Named argument '{0}' specifies a parameter for which a positional argument has already been given",
  CS1912: "Duplicate initialization of member '{0}'",
  CS1913: "Member '{0}' cannot be initialized. It is not a field or property.",
  CS1914: "Static field or property '{0}' cannot be assigned in an object initializer",
  CS1922:
    "Cannot initialize type '{0}' with a collection initializer because it does not implement 'System.Collections.IEnumerable'",
  CS1929:
    "'{0}' does not contain a definition for '{1}' and the best extension method overload '{1}' requires a receiver of type '{2}'",
  CS1930: "The range variable '{0}' has already been declared",
  CS1931: "The range variable '{0}' conflicts with a previous declaration of '{0}'",
  CS1932: 'Cannot assign {0} to a range variable',
  CS1936:
    "Could not find an implementation of the query pattern for source type '{0}'.  '{1}' not found.",
  CS1941:
    "The type of one of the expressions in the join clause is incorrect.  Type inference failed in the call to '{1}'.",
  CS1942:
    "The type of the expression in the {0} clause is incorrect.  Type inference failed in the call to '{1}'.",
  CS1943:
    "The type of the expression in the {0} clause is incorrect.  Type inference failed in the call to '{1}'.",
  CS1955: "Non-invocable member '{0}' cannot be used like a method.",
  CS7003: 'Unexpected use of an unbound generic name',
  CS7036:
    "There is no argument given that corresponds to the required formal parameter '{0}' of '{1}'",
  CS8030: 'Anonymous function converted to a void returning delegate cannot return a value',
  CS8070: "Control cannot fall out of switch from final case label ('{0}')",
  CS8081: 'Expression does not have a name.',
  CS8115: 'A throw expression is not allowed in this context.',
  CS8116:
    "It is not legal to use nullable type '{0}' in a pattern; use the underlying type '{1}' instead.",
  CS8117: "Invalid operand for pattern match; value required, but found '<null>'.",
  CS8119: "The switch expression must be a value; found '<null>'.",
  CS8120: 'The switch case has already been handled by a previous case.',
  CS8121: "An expression of type '{0}' cannot be handled by a pattern of type '{1}'.",
  CS8125: "Tuple element name '{0}' is only allowed at position {1}.",
  CS8126: "Tuple element name '{0}' is disallowed at any position.",
  CS8127: 'Tuple element names must be unique.',
  CS8129:
    "No suitable 'Deconstruct' instance or extension method was found for type '{0}', with {1} out parameters and a void return type.",
  CS8130: "Cannot infer the type of implicitly-typed deconstruction variable '{0}'.",
  CS8131: 'Deconstruct assignment requires an expression with a type on the right-hand-side.',
  CS8132: "Cannot deconstruct a tuple of '{0}' elements into '{1}' variables.",
  CS8135: "Tuple with {0} elements cannot be converted to type '{1}'.",
  CS8183: 'Cannot infer the type of implicitly-typed discard.',
  CS8185: 'A declaration is not allowed in this context.',
  CS8196:
    "Reference to an implicitly-typed out variable '{0}' is not permitted in the same argument list.",
  CS8306: 'An element of a tuple cannot get its type from {0}.',
  CS8310: "Operator '{0}' cannot be applied to operand 'default'",
  CS8312: 'Use of default literal is not valid in this context',
  CS8323: "Named argument '{0}' is used out-of-position but is followed by an unnamed argument",
  CS8363:
    "A default literal 'default' is not valid as a pattern. Use another literal (e.g. '0' or 'null') as appropriate. To match everything, use a discard pattern '_'.",
  CS8370: '{0} needs C# {1}; policy expressions are C# 7.3.',
  CS8384:
    'Tuple types used as operands of an == or != operator must have matching cardinalities. But this operator has tuple types of cardinality {0} on the left and {1} on the right.',
  CS8421: "A local function's parameters need types.",
  APIM2150: 'The expression is too complex: its lambdas can be read in too many ways.',
  APIM2151: "'{0}' is not on Azure's list of .NET types and members, so Azure may refuse it.",
} as const;

export type ProblemCode = keyof typeof problems;

/** The sentence of a code with its details put in. */
export function problemText(code: ProblemCode, details: readonly (string | number)[]): string {
  return problems[code].replace(/\{(\d)\}/g, (_, index: string) => String(details[Number(index)]));
}
