import { describe, expect, it } from 'vitest'
import { charsetOf, delimiterOf } from './sniffTable.ts'

const bytes = (...list: number[]) => new Uint8Array(list)
const utf16 = (text: string, mark = false) => {
  const plain = Buffer.from(text, 'utf16le')
  return mark ? Buffer.concat([Buffer.from([0xff, 0xfe]), plain]) : plain
}
const swapped = (buffer: Buffer) => Buffer.from(buffer).swap16()

describe('the character set of a table', () => {
  it('is read from its first bytes', () => {
    expect(charsetOf(Buffer.from('email,tên\nan@example.vn,Ân'))).toBe('utf-8')
    expect(charsetOf(Buffer.from('\ufeffemail'))).toBe('utf-8')
    expect(charsetOf(utf16('email,tên\n', true))).toBe('utf-16le')
    expect(charsetOf(utf16('email,tên\n'))).toBe('utf-16le')
    expect(charsetOf(swapped(utf16('email,tên\n', true)))).toBe('utf-16be')
    expect(charsetOf(swapped(utf16('email,tên\n')))).toBe('utf-16be')
    // “Trần” and “José” in the sets of one byte.
    expect(charsetOf(bytes(0x54, 0x72, 0xe2, 0xcc, 0x6e))).toBe('windows-1258')
    expect(charsetOf(bytes(0x4a, 0x6f, 0x73, 0xe9, 0x2c))).toBe('windows-1252')
    expect(charsetOf(bytes())).toBe('utf-8')
  })

  it('is not mistaken for a character that the sample cuts in two', () => {
    const whole = Buffer.from('email,tên,ế')
    expect(charsetOf(whole.subarray(0, whole.length - 1))).toBe('utf-8')
  })
})

describe('the delimiter', () => {
  it('is the sign that the header holds most often, outside of quotes', () => {
    expect(delimiterOf('email,name\na;b;c;d')).toBe(',')
    expect(delimiterOf('email;name;x\r\n')).toBe(';')
    expect(delimiterOf('email\tname')).toBe('\t')
    expect(delimiterOf('"a,b,c";name')).toBe(';')
    expect(delimiterOf('email')).toBe(',')
  })
})
