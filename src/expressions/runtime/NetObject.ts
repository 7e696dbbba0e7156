/** A plain `new object()`: nothing but an identity. */
export class NetObject {}
