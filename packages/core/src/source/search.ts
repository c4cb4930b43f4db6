/** The index of the first value ≥ `least` among the first `count` of a sorted column; `count` when there is none. */
export function firstAtLeast(values: ArrayLike<number>, count: number, least: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) >= least) high = middle
    else low = middle + 1
  }
  return low
}
