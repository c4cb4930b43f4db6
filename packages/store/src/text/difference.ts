/** A step from an old text to a new one; the steps' texts without those inserted are the old text, without those deleted the new one. */
export interface Difference {
  type: 'same' | 'deleted' | 'inserted'
  text: string
}

/** As large a table as is filled, in cells; what differs more is told as a whole. */
const CELLS = 4_000_000

/** How `before` became `after`, character by character, with as much as possible the same. */
export function differenceOf(before: string, after: string): Difference[] {
  const a = [...before]
  const b = [...after]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++

  const steps: Difference[] = []
  add(steps, 'same', a.slice(0, head))
  for (const step of between(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) {
    add(steps, step.type, [step.text])
  }
  add(steps, 'same', a.slice(a.length - tail))
  return steps
}

function between(a: string[], b: string[]): Difference[] {
  if (a.length * b.length > CELLS || a.length === 0 || b.length === 0) {
    return [
      { type: 'deleted', text: a.join('') },
      { type: 'inserted', text: b.join('') },
    ]
  }
  const width = b.length + 1
  const common = commonLengths(a, b)
  const steps: Difference[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ type: 'same', text: a[i] as string })
      i++
      j++
    } else if (
      j === b.length ||
      (i < a.length && (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))
    ) {
      steps.push({ type: 'deleted', text: a[i++] as string })
    } else {
      steps.push({ type: 'inserted', text: b[j++] as string })
    }
  }
  return steps
}

/** For each pair of places, how many characters can stay the same behind them. */
function commonLengths(a: string[], b: string[]): Uint16Array {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number)
    }
  }
  return common
}

function add(steps: Difference[], type: Difference['type'], text: string[]): void {
  const joined = text.join('')
  if (joined === '') return
  const last = steps.at(-1)
  if (last?.type === type) last.text += joined
  else steps.push({ type, text: joined })
}
