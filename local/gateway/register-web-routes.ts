import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** Built assets whose names carry a hash of their content never change under that name. */
const HASHED = /[.-][0-9a-f]{8,}\.|\.[0-9a-zA-Z_-]{8,}\.(chunk\.)?(js|css)$/

/** The headers that fit a built file: hashed assets for a year, everything else asked for again. */
export function cacheControlOf(file: string): string {
  return HASHED.test(basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/**
 * Serves a built web application at `/`. A navigation to a path that is no file gets its `404.html`,
 * or `index.html` where the application routes by itself; anything else that is missing is a 404.
 * @throws Error when the directory holds no index.html
 */
export function registerWebRoutes(server: FastifyInstance, directory: string): void {
  const root = resolve(directory)
  const hasMissingPage = existsSync(join(root, '404.html'))
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${directory} holds no index.html`)
  void server.register(fastifyStatic, {
    root,
    // `.br` and `.gz` that the build has laid beside a file.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', cacheControlOf(path))
      response.setHeader('x-content-type-options', 'nosniff')
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const wantsPage =
      request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && !/\.[A-Za-z0-9]+$/.test(path) && !path.startsWith('/_local'))
      return hasMissingPage ? reply.code(404).sendFile('404.html') : reply.sendFile('index.html')
    return reply.code(404).send({ code: 'NOT_FOUND', message: `nothing at ${path}` })
  })
}
