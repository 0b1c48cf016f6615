import { randomBytes } from 'node:crypto'
import readline from 'node:readline'
import { ValidationError } from 'payload'
import { weakness } from '../../collections/hooks/weakness.ts'
import { ROLES } from '../portal/roles.ts'
import { boot } from '../process/boot.ts'
import { type Command, WrongUse } from './command.ts'

/** 144 bits: nobody guesses it, and it need not be changed at once. */
const PASSWORD_BYTES = 18

const firstLine = async (): Promise<string> => {
  for await (const line of readline.createInterface({ input: process.stdin })) return line
  return ''
}

const textOf = (value: unknown, name: string): string => {
  if (typeof value === 'string' && value.trim()) return value.trim()
  throw new WrongUse(`--${name} is missing`)
}

export const user: Command = {
  summary: 'Tạo người dùng / create a user, such as the first administrator',
  usage: `congbo user create --email ADDRESS --role ROLE [--name NAME] [--title TITLE] [--password-stdin] [--json]

Creates somebody who can log in. A password is made and shown once, or read from the first line of standard input.
  --email           address to log in with
  --role            ${Object.keys(ROLES).join(' | ')}
  --name            name shown in the admin (default: the address before the @)
  --title           title shown in the trail of approvals
  --password-stdin  read the password instead of making one`,
  options: {
    email: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    title: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    if (positionals.length !== 1 || positionals[0] !== 'create') throw new WrongUse('say `congbo user create …`')
    const email = textOf(values.email, 'email').toLowerCase()
    const role = textOf(values.role, 'role')
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new WrongUse('--email is no e-mail address')
    if (!Object.hasOwn(ROLES, role)) throw new WrongUse(`--role is one of: ${Object.keys(ROLES).join(', ')}`)
    const given = values['password-stdin'] === true
    const password = given ? await firstLine() : randomBytes(PASSWORD_BYTES).toString('base64url')
    const weak = given ? weakness({ password, email }) : undefined
    if (weak) throw new WrongUse(weak.en)

    const { payload } = await boot()
    try {
      const name = typeof values.name === 'string' && values.name.trim() ? values.name : email.split('@')[0]
      const data = { email, password, role, name, active: true, ...(values.title ? { title: values.title } : {}) }
      const { id } = await payload.create({ collection: 'users', data: data })
      print({
        data: { id, email, role, ...(given ? {} : { password }) },
        lines: [
          `Đã tạo / created: ${email} (${role})`,
          ...(given ? [] : [`Mật khẩu, chỉ hiện một lần / password, shown once: ${password}`]),
        ],
      })
      return 0
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
      const faults = error.data.errors.map(({ path, message }) => `${path}: ${message}`)
      process.stderr.write(`Không tạo được / not created: ${faults.join('; ')}\n`)
      return 1
    } finally {
      await payload.destroy()
    }
  },
}
