import { drawing } from './made/drawing.ts'

const ROUNDS = 30
/** Requests between two publications: one publication a second, two hundred readers a second. */
const REQUESTS = 200

const TOPICS = ['hoa-giai-o-co-so', 'tro-giup-phap-ly', 'dat-dai', 'ho-tich']
const LAYOUT = '{ site { name menu { label url } } topics { slug title } }'
const HOME =
  '{ notices(limit: 5) { docs { title url } } directives(limit: 5) { docs { title url } } bulletins(limit: 3) { docs { title url } } }'

/**
 * How many answers come from what was kept while a notice is published after every two hundred requests of a website:
 * six in ten for a document (few of them again and again), two for a list, one for the home page, one for the layout.
 *
 * @param args.kept answers that were sent as they were kept, so far
 * @param args.publish publishes one more notice, and waits until it is served
 * @returns the share of requests, and what it would be if every publication dropped every answer
 */
export const hitRate = async (args: {
  origin: string
  documents: number
  kept: () => number
  publish: () => Promise<void>
}): Promise<{ byTags: number; byDroppingAll: number }> => {
  const draw = drawing(1)
  const document = () => {
    // Half of all readers read a tenth of the documents.
    const most = draw(2) ? args.documents : args.documents / 10
    return `{ notice(slug: "thong-bao-${draw(most)}") { title summary body { html } } }`
  }
  const list = () => {
    const topic = TOPICS[draw(TOPICS.length)]!
    const page = 1 + draw(3)
    return draw(2)
      ? `{ directives(filter: { topic: "${topic}" }, page: ${page}) { totalDocs docs { title url } } }`
      : `{ bulletins(page: ${page}) { totalDocs docs { title url } } }`
  }
  const next = () => {
    const share = draw(10)
    return share < 6 ? document() : share < 8 ? list() : share < 9 ? HOME : LAYOUT
  }
  const before = args.kept()
  let known = new Set<string>()
  let again = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < REQUESTS; n += 1) {
      const query = next()
      if (known.has(query)) again += 1
      known.add(query)
      await (await fetch(`${args.origin}/graphql?query=${encodeURIComponent(query)}`)).arrayBuffer()
    }
    known = new Set()
    await args.publish()
  }
  const all = ROUNDS * REQUESTS
  return { byTags: (args.kept() - before) / all, byDroppingAll: again / all }
}
