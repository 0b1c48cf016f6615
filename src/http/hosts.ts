import type { RequestHandler } from 'express'
import { FAULTS, sendFault } from './errors.ts'

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Name and port of a Host header, or of an origin; the port is empty when it is the scheme's own. */
const parse = (host: string): { name: string; port: string } | undefined => {
  const found = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(host)
  return found ? { name: found[1]!.toLowerCase(), port: found[2] ?? '' } : undefined
}

/**
 * Says which Host headers the server answers: that of its public address, and in demo mode every loopback name, so that
 * `localhost` and `127.0.0.1` both work. Everything else could be an attempt to have a link or a cache entry made for a
 * foreign name.
 *
 * @param args.publicUrl origin of the server
 * @param args.demo whether loopback names are answered whatever their port
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

/** Refuses requests for hosts that are not this server's, and targets that are no path (`GET http://…`). */
export const knownHosts =
  (isKnown: (host: string | undefined) => boolean): RequestHandler =>
  (req, res, next) => {
    if (!req.headers.host || !req.originalUrl.startsWith('/')) sendFault(req, res, FAULTS.badRequest)
    else if (isKnown(req.headers.host)) next()
    else sendFault(req, res, FAULTS.wrongHost)
  }

/**
 * In demo mode, sends a browser that came by another loopback name (`localhost`) to the server's own: a login belongs to
 * one origin only.
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
