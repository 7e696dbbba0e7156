/** The only value of .NET's DBNull: a value that a database does not have. */
export class DBNull {
  static readonly value = new DBNull();
}
