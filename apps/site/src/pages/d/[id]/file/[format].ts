import { type FormatName, formats, write } from '@speeches/formats'
import { loadConverter } from '@speeches/parser/script'
import type { APIRoute } from 'astro'

export const prerender = false

/** A document as a file, in any format there is. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { id = '', format = '' } = params
  const result = Object.hasOwn(formats, format) ? await locals.store.getResult(id) : undefined
  if (!result) return new Response(null, { status: 404 })
  const name = format as FormatName
  const { mediaType, extensions, options } = formats[name]
  const takesScripts = (options as readonly string[]).includes('scripts')
  const content = await write(result, name, {
    url: `${locals.origin}/d/${id}`,
    accessed: new Date().toISOString().slice(0, 10),
    edits: true,
    ...(takesScripts && {
      scripts: { simplified: await loadConverter('simplified'), traditional: await loadConverter('traditional') },
    }),
  })
  return new Response(content as string | Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${id}.${extensions[0]}"`,
    },
  })
}
