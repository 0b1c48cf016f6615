import { parseArgs } from 'node:util'
import { type Call, type Command, WrongUse } from './cli/command.ts'
import { StartError } from './process/startError.ts'

/** Loaded when called for: most of them bring the whole system with them. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./cli/start.ts')).start,
  worker: async () => (await import('./cli/worker.ts')).worker,
  seed: async () => (await import('./cli/seed.ts')).seed,
  user: async () => (await import('./cli/user.ts')).user,
  import: async () => (await import('./cli/import.ts')).importPages,
  export: async () => (await import('./cli/export.ts')).exportAll,
  load: async () => (await import('./cli/load.ts')).load,
  digest: async () => (await import('./cli/digest.ts')).digest,
  retention: async () => (await import('./cli/retention.ts')).retention,
  subscribers: async () => (await import('./cli/subscribers.ts')).subscribers,
  audit: async () => (await import('./cli/audit.ts')).audit,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/restore.ts')).restore,
  migrate: async () => (await import('./cli/migrate.ts')).migrate,
  instance: async () => (await import('./cli/instance.ts')).instance,
  doctor: async () => (await import('./cli/doctor/index.ts')).doctor,
}

const COMMON = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

const say = (text: string) => process.stdout.write(`${text}\n`)

const overview = async () => {
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const),
  )
  return `congbo COMMAND [OPTIONS]

${commands.map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`).join('\n')}

Every command explains itself with --help. Exit codes: 0 done, 1 failed, 2 wrong use.`
}

const printer =
  (asJson: boolean): Call['print'] =>
  ({ data, lines }) =>
    say(asJson ? JSON.stringify(data) : lines.join('\n'))

/** @returns the exit code, or nothing for a command that goes on serving */
const main = async (args: string[]): Promise<number | undefined> => {
  const [name, ...rest] = args
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    say(await overview())
    return name ? 0 : 2
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new WrongUse(`there is no command "${name}"; \`congbo --help\` lists them`)
  const command = await COMMANDS[name]!()
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: rest, options: { ...command.options, ...COMMON }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
  const { values, positionals } = parsed
  if (values.help) {
    say(command.usage)
    return 0
  }
  if (positionals.length && !command.takesWords)
    throw new WrongUse(`\`congbo ${name}\` takes options only, not "${positionals[0]}"; see \`congbo ${name} --help\``)
  return command.run({ values, positionals, print: printer(values.json === true) })
}

/** Ends the process once everything printed has left it: a pipe takes 64 KiB at a time, and the rest would be lost. */
const end = async (code: number): Promise<never> => {
  for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => stream.write('', resolve))
  // The database's handles would keep a finished command from ending.
  process.exit(code)
}

try {
  const code = await main(process.argv.slice(2))
  if (code !== undefined) await end(code)
} catch (error) {
  if (error instanceof WrongUse) {
    process.stderr.write(`congbo: ${error.message}\n`)
    await end(2)
  }
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`)
    await end(error.exitCode)
  }
  throw error
}
