import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { type Office, openOffice, type Person } from '../../admin/support/office.ts'
import { followRequests } from './quiet.ts'
import { slips } from './scan.ts'

/** Folder for the screenshot of every step: `CONGBO_SCREENSHOTS`, or by default a folder that is not committed. */
const SCREENSHOTS = path.resolve(process.env.CONGBO_SCREENSHOTS || 'test/office/screenshots')

/** A person at a window in which all faults are recorded. */
export interface Desk {
  person: Person
  page: Page
  /** Allows 4xx responses that the test provokes. */
  expecting(...statuses: number[]): void
  /** Allows words that the test types. */
  types(...words: string[]): void
  /**
   * Ends a step: checks that nothing went wrong since the last one and that the page is in Vietnamese, and takes a
   * screenshot.
   */
  step(name: string): Promise<void>
  /** Releases the lock on a global, as leaving its page does. */
  leave(globalSlug: string): Promise<void>
}

/** An office with people at desks. */
export interface Day {
  office: Office
  desk(person: Person, width?: number): Promise<Desk>
  /** Closes the office and prints where the screenshots are. */
  end(): Promise<void>
}

/** Chromium also logs refused requests to the console. They are detected by their responses instead. */
const KNOWN_OTHERWISE = /^Failed to load resource/

const watch = async (office: Office, person: Person, width: number): Promise<Desk> => {
  const page = await office.open(person, width)
  followRequests(page)
  const faults: string[] = []
  let expected: number[] = []
  const typed: string[] = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !KNOWN_OTHERWISE.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('response', (response: Response) => {
    const status = response.status()
    if (status < 400 || expected.includes(status)) return
    faults.push(`${status} ${response.request().method()} ${response.url().replace(office.origin, '')}`)
  })
  return {
    person,
    page,
    expecting: (...statuses) => {
      expected = statuses
    },
    types: (...words) => {
      typed.push(...words)
    },
    step: async (name) => {
      await page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${person}-${width}.png`), fullPage: true })
      const found = [...faults.splice(0), ...(await slips(page, typed))]
      expect(found, `${name}, by ${person}`).toEqual([])
    },
    leave: async (globalSlug) => {
      const locks = `${office.origin}/api/payload-locked-documents`
      const headers = { origin: office.origin }
      const answer = await page.request.get(`${locks}?where[globalSlug][equals]=${globalSlug}`, { headers })
      for (const { id } of ((await answer.json()) as { docs: { id: string }[] }).docs)
        await page.request.delete(`${locks}/${id}`, { headers })
    },
  }
}

/** Opens the office with recording of faults. */
export const openDay = async (): Promise<Day> => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const office = await openOffice()
  return {
    office,
    desk: (person, width = 1280) => watch(office, person, width),
    end: async () => {
      await office.stop()
      console.log(`Pictures of every step: ${SCREENSHOTS}`)
    },
  }
}
