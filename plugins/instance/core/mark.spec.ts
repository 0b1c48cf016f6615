import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BECAUSE, type Mark, type Place, placeOf, standingOf } from './mark.ts'

const file: Place = { servers: [], database: '', address: 'https://quantri.example.vn' }
const server: Place = { servers: ['db1:27017', 'db2:27017'], database: 'congbo', address: '' }
const markAt = (place: Place, more: Partial<Mark> = {}): Mark => ({ id: 'one', place, ...more })

describe('a database in a file', () => {
  it('is new without any mark, and its own with the same mark beside it', () => {
    expect(standingOf({ mark: undefined, beside: undefined, here: file })).toBe('new')
    expect(standingOf({ mark: markAt(file), beside: 'one', here: file })).toBe('own')
  })

  it('is a copy without the mark beside it, with another, or without the mark that stands beside it', () => {
    for (const beside of [undefined, 'two'])
      expect(standingOf({ mark: markAt(file), beside, here: file })).toEqual({ copy: 'folder' })
    expect(standingOf({ mark: undefined, beside: 'one', here: file })).toEqual({ copy: 'folder' })
  })

  it('is a copy at another public address, but not where either has none that says anything', () => {
    const here = { ...file, address: 'https://thu.example.vn' }
    expect(standingOf({ mark: markAt(file), beside: 'one', here })).toEqual({ copy: 'address' })
    expect(standingOf({ mark: markAt(file), beside: 'one', here: { ...file, address: '' } })).toBe('own')
  })
})

describe('a database on a server', () => {
  it('lets machines join, whatever they belonged to before', () => {
    for (const beside of [undefined, 'two'])
      expect(standingOf({ mark: markAt(server), beside, here: server })).toBe('joined')
  })

  it('stays its own while one of its servers stays, and is a copy on others or under another name', () => {
    const grown = { ...server, servers: ['db2:27017', 'db3:27017'] }
    expect(standingOf({ mark: markAt(server), beside: 'one', here: grown })).toBe('own')
    const others = { ...server, servers: ['test:27017'] }
    expect(standingOf({ mark: markAt(server), beside: 'one', here: others })).toEqual({ copy: 'server' })
    const named = { ...server, database: 'thu' }
    expect(standingOf({ mark: markAt(server), beside: 'one', here: named })).toEqual({ copy: 'server' })
  })
})

it('a restored database is a copy everywhere until somebody confirms it', () => {
  const place = fc.constantFrom(file, server)
  const beside = fc.option(fc.constantFrom('one', 'two'), { nil: undefined })
  fc.assert(
    fc.property(place, beside, (here, id) => {
      const mark = markAt(here, { restored: { from: 'zero', at: '2026-12-01T00:00:00.000Z' } })
      expect(standingOf({ mark, beside: id, here })).toEqual({ copy: 'restored' })
    }),
  )
})

describe('the place of a database', () => {
  it('is its servers and its name, without login, options and usual port', () => {
    const uri = 'mongodb://user:p%40ss@DB1,db2:27018/congbo?replicaSet=rs0'
    expect(placeOf({ databaseUri: uri, address: undefined })).toEqual({
      servers: ['db1:27017', 'db2:27018'],
      database: 'congbo',
      address: '',
    })
  })

  it('is nowhere but beside its folder for a file', () => {
    const address = 'https://quantri.example.vn'
    expect(placeOf({ databaseUri: 'file:/var/lib/congbo.db', address })).toEqual({ servers: [], database: '', address })
  })
})

it('every sign of a copy says in both languages what to do', () => {
  for (const { vi, en } of Object.values(BECAUSE)) {
    expect(vi).toContain('congbo instance confirm')
    expect(en).toContain('congbo instance confirm')
  }
})
