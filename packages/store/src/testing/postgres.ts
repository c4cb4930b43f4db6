import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A Postgres of our own: private data, a private port, and nobody else's. */
export interface PostgresServer {
  /** Makes an empty database, with its data in `folder` where one is named; its location. */
  createDatabase(folder?: string): Promise<string>
  /** Removes a database, and lets go of the folder that it was in. */
  dropDatabase(location: string): Promise<void>
  /** Ends the server as a crash would, and starts it again. */
  crash(): Promise<void>
  stop(): void
}

/** Where Debian and others put the programs; undefined where Postgres is not installed. */
export function postgresPrograms(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
}

/** How long (s) a server may take to start: after a crash it reads through everything. */
const PATIENCE = '300'

/**
 * Starts a server where nothing was.
 *
 * @param programs what `postgresPrograms` found
 * @param settings of the server, `name=value`
 */
export async function startPostgres(programs: string, settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-postgres-'))
  const user = unprivileged()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  const run = (program: string, ...options: string[]) =>
    execFileSync(join(programs, program), options, { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const control = (...words: string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(join(programs, 'pg_ctl'), ['-D', data, '-w', '-t', PATIENCE, ...words], {
        ...user,
        cwd: folder,
        stdio: 'ignore',
      })
      child.on('error', reject)
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ${words[0]} ended with ${code}`))))
    })
  const options = ['listen_addresses=127.0.0.1', ...settings].map((setting) => `-c ${setting}`)
  const start = () => control('start', '-l', join(folder, 'log'), '-o', `-p ${port} -k ${folder} ${options.join(' ')}`)

  run('initdb', '-D', data, '-U', 'speeches', '--auth=trust', '--encoding=UTF8', '--locale=C')
  await start()
  const location = (name: string) => `postgres://speeches@127.0.0.1:${port}/${name}`
  let count = 0
  return {
    async createDatabase(where) {
      const client = new pg.Client(location('postgres'))
      await client.connect()
      const name = `store_${process.pid}_${count++}`
      if (where !== undefined) {
        if (user) chownSync(where, user.uid, user.gid)
        await client.query(`CREATE TABLESPACE ${name} LOCATION '${where}'`)
      }
      await client.query(`CREATE DATABASE ${name}${where === undefined ? '' : ` TABLESPACE ${name}`}`)
      await client.end()
      return location(name)
    },
    async dropDatabase(where) {
      const client = new pg.Client(location('postgres'))
      await client.connect()
      const name = new URL(where).pathname.slice(1)
      await client.query(`DROP DATABASE ${name}`)
      await client.query(`DROP TABLESPACE IF EXISTS ${name}`)
      await client.end()
    },
    async crash() {
      await control('stop', '-m', 'immediate')
      await start()
    },
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Postgres refuses to be run by root: Debian's package makes a user for it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
