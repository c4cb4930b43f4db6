import { locationFrom } from '@speeches/store'

/** How the API runs: everything that an operator can choose. Sizes in bytes, times in ms. */
export interface Config {
  host: string
  port: number
  /** Where the store is: `postgres://…`, or an SQLite file or directory. */
  location: string
  /** The address that others reach the API at; where it is not known, that of each request. */
  publicUrl: string | undefined
  /** A key with all scopes that stands in no table. */
  adminKey: string | undefined
  /** Whether reading needs a key. */
  reading: 'open' | 'key'
  /** Pages of which origins may call the API from a browser; `*` for all. */
  origins: readonly string[]
  /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
  trustProxy: boolean
  /** Threads that parse, and tasks that may wait for one. */
  threads: number
  queue: number
  /** The largest page or line of a batch. */
  maxBody: number
  /** How long a body may take to arrive, and a task to be done. */
  bodyTime: number
  workTime: number
  /** Requests at once, and event streams at once besides. */
  concurrency: number
  streams: number
  /** Requests a minute for each address; 0 for no limit. */
  rate: number
  log: boolean
}

/** What cannot be started with; `faults` has a sentence for each. */
export class ConfigError extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** A setting: what it says when it is not set, and how to read it. Throws a string that says what is wrong. */
interface Setting<Value> {
  fallback: Value
  read(text: string): Value
}

const number = (fallback: number, min: number, max: number): Setting<number> => ({
  fallback,
  read(text) {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    throw `is “${text}”; give a whole number from ${min} to ${max}.`
  },
})

const choice = <Value extends string>(fallback: Value, ...others: Value[]): Setting<Value> => ({
  fallback,
  read(text) {
    const found = [fallback, ...others].find((value) => value === text)
    if (found) return found
    throw `is “${text}”; give ${[fallback, ...others].join(' or ')}.`
  },
})

const UNITS: Record<string, number> = { '': 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 }

const size = (fallback: number): Setting<number> => ({
  fallback,
  read(text) {
    const [, digits = '', unit = ''] = /^(\d{1,9}) ?([KMG]B)?$/i.exec(text) ?? []
    const value = Number(digits) * (UNITS[unit.toUpperCase()] ?? 0)
    if (value > 0 && value <= 2 ** 30) return value
    throw `is “${text}”; give a size up to 1 GB, such as 20MB.`
  },
})

const seconds = (fallback: number): Setting<number> => {
  const { read } = number(fallback, 1, 3600)
  return { fallback: fallback * 1000, read: (text) => read(text) * 1000 }
}

const text = (form: RegExp, wanted: string): Setting<string | undefined> => ({
  fallback: undefined,
  read(value) {
    if (form.test(value)) return value
    throw `cannot be used; give ${wanted}.`
  },
})

const origins: Setting<readonly string[]> = {
  fallback: [],
  read(value) {
    const list = value.split(',').map((origin) => origin.trim())
    const wrong = list.find((origin) => origin !== '*' && !/^https?:\/\/[^/\s]+$/.test(origin))
    if (wrong === undefined) return list
    throw `names “${wrong}”; give origins such as https://example.org, with commas between, or *.`
  },
}

const isSet: Setting<boolean> = {
  fallback: false,
  read: (value) => choice('no', 'yes').read(value) === 'yes',
}

const SETTINGS = {
  SPEECHES_HOST: { fallback: '127.0.0.1', read: (value: string) => value },
  SPEECHES_PORT: number(8787, 0, 65535),
  SPEECHES_PUBLIC_URL: text(/^https?:\/\/[^\s?#]+$/, 'an address such as https://speeches.example.org'),
  SPEECHES_ADMIN_KEY: text(/^[\x21-\x7e]{24,200}$/, 'a key of 24 to 200 letters, digits and marks, made at random'),
  SPEECHES_READING: choice('open', 'key'),
  SPEECHES_ORIGINS: origins,
  SPEECHES_TRUST_PROXY: isSet,
  SPEECHES_THREADS: number(2, 1, 256),
  SPEECHES_QUEUE: number(128, 1, 100_000),
  SPEECHES_MAX_BODY: size(20 * 2 ** 20),
  SPEECHES_BODY_TIME: seconds(30),
  SPEECHES_WORK_TIME: seconds(60),
  SPEECHES_CONCURRENCY: number(256, 1, 100_000),
  SPEECHES_STREAMS: number(2000, 0, 100_000),
  SPEECHES_RATE: number(600, 0, 1_000_000),
  SPEECHES_LOG: choice('json', 'off'),
} satisfies Record<string, Setting<unknown>>

type Read = { [Name in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[Name]['read']> }

/**
 * Reads the settings of an environment; an empty one is as good as none.
 *
 * @throws {ConfigError} that names every setting that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  const read = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, setting]) => {
      const value = env[name]
      if (!value) return [name, setting.fallback]
      try {
        return [name, setting.read(value)]
      } catch (fault) {
        faults.push(`${name} ${fault}`)
        return [name, setting.fallback]
      }
    }),
  ) as Read
  if (faults.length > 0) throw new ConfigError(faults)
  const host = read.SPEECHES_HOST
  return {
    host,
    port: read.SPEECHES_PORT,
    location: locationFrom(env),
    publicUrl: read.SPEECHES_PUBLIC_URL?.replace(/\/+$/, ''),
    adminKey: read.SPEECHES_ADMIN_KEY,
    reading: read.SPEECHES_READING,
    origins: read.SPEECHES_ORIGINS,
    trustProxy: read.SPEECHES_TRUST_PROXY,
    threads: read.SPEECHES_THREADS,
    queue: read.SPEECHES_QUEUE,
    maxBody: read.SPEECHES_MAX_BODY,
    bodyTime: read.SPEECHES_BODY_TIME,
    workTime: read.SPEECHES_WORK_TIME,
    concurrency: read.SPEECHES_CONCURRENCY,
    streams: read.SPEECHES_STREAMS,
    rate: isLoopback(host) && !env.SPEECHES_RATE ? 0 : read.SPEECHES_RATE,
    log: read.SPEECHES_LOG === 'json',
  }
}

/** Whether only programs of the same machine reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/**
 * Refuses an address that others reach while anyone could write.
 *
 * @param hasKeys whether there is a key that may write
 * @throws {ConfigError}
 */
export function checkExposure({ host }: Config, hasKeys: boolean): void {
  if (isLoopback(host) || hasKeys) return
  throw new ConfigError([
    `SPEECHES_HOST is ${host}, which others reach, and there is no key for writing: anyone could. ` +
      'Set SPEECHES_ADMIN_KEY, or make a key with `node src/make-key.ts --scopes write`.',
  ])
}
