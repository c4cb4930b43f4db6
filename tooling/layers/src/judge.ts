import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { ROOMS, SETTINGS } from './rooms.ts'

/** The packages' names, to find the room of an import. */
export type RoomNames = ReadonlyMap<string, string>

/** Where zod may be used: core's schema, and the API, whose routes are made of schemas. */
const ZOD_ROOMS = ['packages/core/src/schema/', 'apps/api/src/']

/** Why `file` (a path from the root of the workspace) may not import `specifier`; undefined where it may. */
export function judge(file: string, specifier: string, names: RoomNames): string | undefined {
  const home = roomOf(file)
  const room = home === undefined ? undefined : ROOMS[home]
  if (home === undefined || !room) return `${file} is in no room that rooms.ts names`
  const isTest = /\.(test|bench|fixture)\.\w+$/.test(file)

  if (specifier === 'zod' || specifier.startsWith('zod/')) {
    return ZOD_ROOMS.some((folder) => file.startsWith(folder)) || isTest ? undefined : 'zod belongs to the schema'
  }
  if (isBuiltin(specifier)) {
    return home === 'packages/core' && isInside(file, home) && !isTest
      ? 'core knows no disk, network or clock'
      : undefined
  }

  const isPath = specifier.startsWith('.')
  const target = isPath ? roomOf(posix.join(posix.dirname(file), specifier)) : names.get(packageOf(specifier))
  if (target === undefined) return isPath ? 'this path leads out of all rooms' : undefined
  if (target === home) return isPath ? undefined : 'a room names its own files by path'
  if (SETTINGS.includes(target)) return isInside(file, home) ? `${target} is for configuration files` : undefined
  if (isPath && !room.insides?.includes(target)) return `${target} is entered by its name, not by a path`
  if (room.imports.includes(target) || (isTest && room.tests?.includes(target))) return undefined
  return `${home} may not import ${target}`
}

/** The room that a path from the root leads into: its first two folders. */
export function roomOf(path: string): string | undefined {
  const [area, name] = path.split('/')
  return area && name && /^(packages|apps|tooling)$/.test(area) ? `${area}/${name}` : undefined
}

/** Whether a file is code of the room, and no configuration file beside it. */
function isInside(file: string, home: string): boolean {
  return !/^[\w.-]+\.config\.\w+$/.test(file.slice(home.length + 1))
}

/** `@speeches/core` of `@speeches/core/schema`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
