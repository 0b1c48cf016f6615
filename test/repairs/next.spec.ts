import log from 'next/dist/build/output/log.js'
import { describe, expect, it } from 'vitest'
import { sourceOf } from './support/installed.ts'

describe('nextLines.ts', () => {
  it('next 16.4.5 prints a failure with the console, in colours and with its whole stack', () => {
    const printed: unknown[][] = []
    const own = console.error
    const failure = new Error('broken')
    console.error = (...line) => void printed.push(line)
    try {
      log.error(failure)
    } finally {
      console.error = own
    }
    expect(printed).toEqual([[expect.stringContaining('⨯'), failure]])
  })

  it('source of next 16.4.5 can be told to say nothing, but takes no logger', () => {
    const server = sourceOf('next', 'dist/server/base-server.js')
    expect(server).toContain('logError(err) { if (this.quiet) return; _log.error(err); }')
    const [options] = /export interface Options \{.*?\n?\} export/.exec(
      sourceOf('next', 'dist/server/base-server.d.ts'),
    )!
    expect(options).toContain('quiet?: boolean;')
    expect(options).not.toMatch(/log/i)
  })
})

describe('actionOutcome.ts', () => {
  const handler = sourceOf('next', 'dist/server/app-render/action-handler.js')

  it('source of next 16.4.5 answers 500 to whatever a server function throws', () => {
    expect(handler).toContain(
      'res.statusCode = 500; metadata.statusCode = 500; const promise = Promise.reject(err); try {',
    )
    expect(handler).toContain('// TODO: consider checking if the error is an `ApiError` and change status code')
  })

  it('source of next 16.4.5 lets a server function choose no status but by its own redirects and pages not found', () => {
    const statuses = [...handler.matchAll(/res\.statusCode = ([^;]+);/g)].map(([, status]) => status!)
    expect([...new Set(statuses)].sort()).toEqual([
      '(0, _httpaccessfallback.getAccessFallbackHTTPStatus)(err)',
      '200',
      '500',
      '_redirectstatuscode.RedirectStatusCode.SeeOther',
      // The status of a response from another server.
      'statusCode',
    ])
  })
})
