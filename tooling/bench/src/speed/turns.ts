/** The median milliseconds of each, run one after the other in every round, so that all meet the same moments. */
export function takeInTurn(runs: Record<string, () => unknown>, rounds: number): Map<string, number> {
  const times = Object.entries(runs).map(([name, run]) => ({ name, run, taken: [] as number[] }))
  for (let round = 0; round < rounds; round++) {
    for (const { run, taken } of times) {
      const start = performance.now()
      run()
      taken.push(performance.now() - start)
    }
  }
  return new Map(times.map(({ name, taken }) => [name, taken.sort((a, b) => a - b)[rounds >> 1] as number]))
}
