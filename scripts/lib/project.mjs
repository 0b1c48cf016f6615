import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, whatever folder the user stands in. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** A path inside the project. */
export const inProject = (...parts) => path.join(root, ...parts)
