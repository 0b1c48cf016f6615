import { stop } from './print.mjs'

/** Flags that every process of the system runs under: Node 20 can deadlock on lexical's development build. */
export const NODE_FLAGS = ['--conditions=production', '--enable-source-maps']

/** Stops with one line when this Node is older than what the libraries need. */
export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(
    `Công Bố cần Node.js 20.19 trở lên, máy này có ${process.versions.node}. / Công Bố needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
  )
}
