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
