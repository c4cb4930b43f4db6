/**
 * The index of the first value ≥ `least` among the first `count` of a sorted column; `count` when there is none.
 * Looks from `near` on in growing steps first: who reads left to right finds the next place beside the last one.
 */
export function firstAtLeast(values: ArrayLike<number>, count: number, least: number, near = 0): number {
  let low = 0
  let high = count
  if (near > 0 && near <= count && (values[near - 1] as number) < least) {
    low = near
    for (let step = 1; low + step < count; step *= 2) {
      if ((values[low + step] as number) >= least) {
        high = low + step
        break
      }
      low += step
    }
  }
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) >= least) high = middle
    else low = middle + 1
  }
  return low
}
