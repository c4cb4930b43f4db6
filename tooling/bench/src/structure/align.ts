/**
 * Pairs two sequences in order, as many pairs as can be had (longest common subsequence).
 * Time and room grow with the product of the lengths: meant for the parts of one page.
 */
export function align<Left, Right>(
  left: Left[],
  right: Right[],
  same: (left: Left, right: Right) => boolean,
): { pairs: [Left, Right][]; onlyLeft: Left[]; onlyRight: Right[] } {
  const width = right.length + 1
  const longest = new Uint32Array((left.length + 1) * width)
  const equal = left.map((a) => right.map((b) => same(a, b)))
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i * width + j] = equal[i]?.[j]
        ? 1 + at(longest, (i + 1) * width + j + 1)
        : Math.max(at(longest, (i + 1) * width + j), at(longest, i * width + j + 1))
    }
  }
  const pairs: [Left, Right][] = []
  const onlyLeft: Left[] = []
  const onlyRight: Right[] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] as Left, right[j] as Right]
    if (equal[i]?.[j]) {
      pairs.push([a, b])
      i++
      j++
    } else if (at(longest, (i + 1) * width + j) >= at(longest, i * width + j + 1)) {
      onlyLeft.push(a)
      i++
    } else {
      onlyRight.push(b)
      j++
    }
  }
  return { pairs, onlyLeft: [...onlyLeft, ...left.slice(i)], onlyRight: [...onlyRight, ...right.slice(j)] }
}

function at(table: Uint32Array, index: number): number {
  return table[index] ?? 0
}
