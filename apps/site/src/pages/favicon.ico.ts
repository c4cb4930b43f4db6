import type { APIRoute } from 'astro'

export const prerender = false

/** Browsers ask for it beside files that name no icon: text, feeds. */
export const GET: APIRoute = () => new Response(null, { status: 301, headers: { Location: '/favicon.svg' } })
