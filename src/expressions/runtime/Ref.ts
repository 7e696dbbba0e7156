/** A variable passed by `out` or `ref`. */
export interface Ref<T = unknown> {
  value: T;
}
