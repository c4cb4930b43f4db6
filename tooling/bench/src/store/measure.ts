/** How long a call took by the clock, and how long this process computed for it, in milliseconds. */
export interface Taken {
  clock: number
  cpu: number
}

/** What many calls took. On a machine that others use too, SQLite's CPU says more than the clock; Postgres' is its own. */
export interface Times {
  median: number
  p95: number
  cpuP95: number
}

/** Runs `call` on each input, one after the other, and measures each. */
export async function timesOf<Input>(
  inputs: readonly Input[],
  call: (input: Input) => Promise<unknown>,
): Promise<Taken[]> {
  const times: Taken[] = []
  for (const input of inputs) {
    const used = process.cpuUsage()
    const start = performance.now()
    await call(input)
    const { user, system } = process.cpuUsage(used)
    times.push({ clock: performance.now() - start, cpu: (user + system) / 1000 })
  }
  return times
}

export function summary(times: readonly Taken[]): Times {
  const clock = times.map((taken) => taken.clock)
  return {
    median: quantile(clock, 0.5),
    p95: quantile(clock, 0.95),
    cpuP95: quantile(
      times.map(({ cpu }) => cpu),
      0.95,
    ),
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
