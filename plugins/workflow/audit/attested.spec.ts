import { expect, it } from 'vitest'
import { definitions, deputy, head, play } from '../../../test/workflow/play.ts'
import type { Actor, OnBehalf, StoredEvent } from '../core/events.ts'
import { attested } from './attested.ts'

const at = '2026-01-01T00:00:00.000Z'
const ratifiedBy = (by: Actor, onBehalfOf?: OnBehalf): StoredEvent => ({
  type: 'ratified',
  event: 1,
  by,
  onBehalfOf,
  at,
  seq: 2,
  hash: 'e2',
})
const rowsOf = (by: Actor, onBehalfOf?: OnBehalf) => {
  const { events } = play([[head, 'publish-urgently', { reason: 'Bão số 9' }]])
  return attested('letters:a', [...events, ratifiedBy(by, onBehalfOf)], definitions)
}

it('a ratification by somebody else is one, and one by who published or wrote it is none', () => {
  expect(rowsOf(deputy)).toMatchObject([{ key: 'letters:a#1' }, { key: 'letters:a#2', complete: true }])
  expect(rowsOf(head)[1]).toMatchObject({ key: 'letters:a#2', complete: false })
  expect(rowsOf(deputy, { ...head, delegation: 'd', authority: '1/QĐ' })[1]).toMatchObject({ complete: false })
  expect(rowsOf({ ...deputy, id: 'an' })[1]).toMatchObject({ complete: false })
})
