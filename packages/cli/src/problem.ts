/** Something that a person can put right: what is wrong and what to do, in one line. The command answers 2. */
export class Problem extends Error {
  override name = 'Problem'
}

/** The system's code of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** What to say for an error of the system, such as a disk that is full; nothing for any other error. */
export function systemProblem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined
  const path = 'path' in error ? String(error.path) : 'The output'
  return `${path} cannot be written (${codeOf(error)}).`
}
