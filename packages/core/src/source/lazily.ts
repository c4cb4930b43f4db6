/**
 * Gives `object` a property that is made when it is first read, and is plain data from then on:
 * enumerable, writable, seen by JSON and by structured cloning like any other.
 */
export function lazily<Key extends string, Value>(object: object, key: Key, make: () => Value): void {
  const options = { enumerable: true, configurable: true }
  Object.defineProperty(object, key, {
    ...options,
    get() {
      const value = make()
      Object.defineProperty(object, key, { ...options, writable: true, value })
      return value
    },
    set(value: Value) {
      Object.defineProperty(object, key, { ...options, writable: true, value })
    },
  })
}
