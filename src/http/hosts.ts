import type { RequestHandler } from 'express'
import { FAULTS, sendFault } from './errors.ts'

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Name and port of a Host header or an origin; the port is empty if it is the scheme's default. */
const parse = (host: string): { name: string; port: string } | undefined => {
  const found = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(host)
  return found ? { name: found[1]!.toLowerCase(), port: found[2] ?? '' } : undefined
}

/**
 * Creates the allow-list of Host headers: that of the public URL and, in demo mode, every loopback name, so that
 * `localhost` and `127.0.0.1` both work. Any other host could be an attempt to poison a link or a cache entry.
 *
 * @param args.publicUrl origin of the server
 * @param args.demo whether loopback names are allowed with any port
 * @returns a test of the Host header's value
 */
export const hostTest = (args: { publicUrl: string; demo: boolean }): ((host: string | undefined) => boolean) => {
  const { hostname, port, protocol } = new URL(args.publicUrl)
  const defaultPort = protocol === 'https:' ? '443' : '80'
  return (host) => {
    const asked = host === undefined ? undefined : parse(host)
    if (!asked) return false
    if (args.demo && LOOPBACK_NAME.test(asked.name)) return true
    return asked.name === hostname.toLowerCase() && (asked.port || defaultPort) === (port || defaultPort)
  }
}

/** Where this machine reaches a server that listens on every address. */
export const reachable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/** Rejects requests for unknown hosts, and request targets that are not paths (`GET http://…`). */
export const knownHosts =
  (isKnown: (host: string | undefined) => boolean): RequestHandler =>
  (req, res, next) => {
    if (!req.headers.host || !req.originalUrl.startsWith('/')) sendFault(req, res, FAULTS.badRequest)
    else if (isKnown(req.headers.host)) next()
    else sendFault(req, res, FAULTS.wrongHost)
  }

/**
 * In demo mode, redirects a browser from another loopback name (`localhost`) to the server's own origin, because a
 * login is valid for one origin only.
 */
export const ownName = (publicUrl: string): RequestHandler => {
  const own = new URL(publicUrl)
  return (req, res, next) => {
    const asked = parse(req.headers.host ?? '')
    const strays = asked && asked.name !== own.hostname && asked.port === own.port && LOOPBACK_NAME.test(asked.name)
    if (strays && req.method === 'GET' && req.headers.accept?.includes('text/html'))
      res.redirect(307, publicUrl + req.originalUrl)
    else next()
  }
}
