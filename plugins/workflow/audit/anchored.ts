import { restAfter } from '../store/rows.ts'
import { logOf, readAnchors, rootOf } from './anchor.ts'
import type { Say, Seen } from './report.ts'

/**
 * Reads the anchors of a folder and tracks the rows they name. Rows not reported to `seen` by the end do not match the
 * anchor.
 *
 * @param args.gently rests after each anchor, for a process that answers requests
 */
export const matchAnchors = async (args: {
  dir: string | undefined
  say: Say
  gently?: boolean
}): Promise<{ count: number; seen: Seen; sayMissing: () => void }> => {
  const { dir, say, gently } = args
  const wanted = new Map<string, { hash: string; at: string; log: string }>()
  let count = 0
  for await (const { file, anchor } of dir === undefined ? [] : readAnchors(dir)) {
    const began = performance.now()
    count += 1
    if (!anchor) {
      say('anchors', file, 'changed')
      continue
    }
    if ((await rootOf(anchor.heads)) !== anchor.root) say('anchors', file, 'changed')
    for (const [log, { seq, hash }] of Object.entries(anchor.heads)) {
      const place = `${log}#${seq}`
      const before = wanted.get(place)
      // Two anchors contradict each other about one row. One of them does not belong to this history.
      if (before && before.hash !== hash) wanted.set(`${place} of ${anchor.at}`, { hash, at: anchor.at, log })
      else if (!before) wanted.set(place, { hash, at: anchor.at, log })
    }
    if (gently) await restAfter(began)
  }
  return {
    count,
    seen: (log, seq, hash) => {
      const place = `${log}#${seq}`
      if (wanted.get(place)?.hash === hash) wanted.delete(place)
    },
    sayMissing: () => {
      for (const [place, { at, log }] of wanted)
        say(logOf(log), place.split(' ', 1)[0]!, `not as the anchor of ${at} has it`)
    },
  }
}
