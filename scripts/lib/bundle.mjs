import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { inProject } from './project.mjs'

/**
 * Bundles entries into one folder; libraries stay where they are installed.
 *
 * @param {{ entries: Record<string, string>, into: string }} args output name to source file, both from the project's folder
 */
export const bundle = async ({ entries, into }) => {
  // Imported late: this file is loaded before anything is installed.
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: inProject(),
    entryPoints: entries,
    outdir: inProject(into),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    sourcemap: true,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  })
}

/** GraphiQL's style sheet holds two fonts as data, four fifths of it; the pages have fonts of their own. */
const withoutFonts = {
  name: 'without-fonts',
  setup: ({ onLoad }) =>
    onLoad({ filter: /graphiql[\\/].*\.css$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    })),
}

/**
 * Bundles a program for browsers into one folder, with its libraries, its styles and a compressed copy of each file.
 * Nothing in it is loaded from other hosts.
 *
 * @param {{ entries: Record<string, string>, into: string }} args output name to source file, both from the project's folder
 */
export const bundleForBrowsers = async ({ entries, into }) => {
  const { build } = await import('esbuild')
  const folder = inProject(into)
  await build({
    absWorkingDir: inProject(),
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    minify: true,
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    jsx: 'automatic',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'linked',
    charset: 'utf8',
    chunkNames: '[name]-[hash]',
    plugins: [withoutFonts],
    logLevel: 'warning',
  })
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }))
  }
}
