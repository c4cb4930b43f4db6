type Column = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float32Array | Float64Array

/** A bigger column with what an old one holds. */
export function grown<T extends Column>(old: T, bigger: T): T {
  bigger.set(old)
  return bigger
}
