import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../publications/index.ts'
import type { SeenRelation } from '../types.ts'
import { type LegalStatusRule, legalStatusOn } from './legalStatus.ts'

const rule: LegalStatusRule = {
  from: 'from',
  to: 'to',
  override: 'override',
  ends: ['replacedBy'],
  endsPart: ['amendedBy'],
  suspends: ['suspendedBy'],
  type: 'docType',
  withoutEffect: ['KH'],
  withEffect: ['NĐ'],
}
const status = (fields: JsonObject, relations: Record<string, string | undefined> = {}) =>
  legalStatusOn({
    fields,
    day: '2026-06-15',
    rule,
    relations: () =>
      Object.entries(relations).map(([type, from]) => ({ type, target: { from } }) as unknown as SeenRelation),
  })
const decree = { docType: { collection: 'document-types', key: 'NĐ' } }
const plan = { docType: { collection: 'document-types', key: 'KH' } }

describe('legal status', () => {
  it.each([
    ['a plan, whatever days are written on it', { ...plan, from: '2026-01-01', to: '2026-02-01' }, {}, 'none'],
    ['a plan that was replaced', plan, { replacedBy: '2026-01-01' }, 'none'],
    ['a document that names no day', {}, {}, 'none'],
    ['a decree whose day is not known', decree, {}, 'unknown'],
    ['a decree before its day', { ...decree, from: '2026-06-16' }, {}, 'notYet'],
    ['a decree on its day', { ...decree, from: '2026-06-15' }, {}, 'inForce'],
    ['a decree on its last day', { ...decree, to: '2026-06-15' }, {}, 'inForce'],
    ['a decree after it', { ...decree, to: '2026-06-14' }, {}, 'expired'],
    ['one replaced by another in effect', { ...decree, from: '2020-01-01' }, { replacedBy: '2026-06-15' }, 'expired'],
    ['one that will be replaced', { ...decree, from: '2020-01-01' }, { replacedBy: '2026-06-16' }, 'inForce'],
    ['one amended in part', { ...decree, from: '2020-01-01' }, { amendedBy: '2026-01-01' }, 'partlyExpired'],
    ['one that will be amended', { ...decree, from: '2020-01-01' }, { amendedBy: '2026-07-01' }, 'inForce'],
    ['one suspended and amended', { ...decree, from: '2020-01-01' }, { amendedBy: '', suspendedBy: '' }, 'suspended'],
    ['a decree of an unknown day that was amended', decree, { amendedBy: '2026-01-01' }, 'partlyExpired'],
    ['what an editor says', { ...plan, override: { status: 'inForce', reason: 'x' } }, {}, 'inForce'],
  ])('of %s', (_, fields, relations, expected) => {
    expect(status(fields, relations)).toBe(expected)
  })
})
