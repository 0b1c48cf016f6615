import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { expect, it } from 'vitest'
import config from '../../examples/website/codegen.ts'

const FOLDER = 'examples/website/queries'

it('the types of the website’s queries are those of the schema: run `npm run website:types`', async () => {
  const [file] = (await generate({ ...config, silent: true }, false)) as { filename: string; content: string }[]
  expect(file?.content).toBe(readFileSync(path.join(FOLDER, 'generated.ts'), 'utf8'))
})

it('every query of the website lies in one folder', () => {
  const sources = readdirSync('examples/website', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.endsWith('generated.ts') && !name.endsWith('.spec.ts'),
  )
  expect(sources.length).toBeGreaterThan(30)
  const asking = sources.filter((name) =>
    /\b(?:query|fragment|mutation)\s+\w*\s*[({]/.test(
      readFileSync(path.join('examples/website', name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
    ),
  )
  expect(asking).toEqual([])
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.graphql')).length).toBeGreaterThan(10)
})
