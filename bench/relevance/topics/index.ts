import { justice } from './justice.ts'
import { law } from './law.ts'
import { society } from './society.ts'
import type { Topic } from './topic.ts'

export type { Topic } from './topic.ts'

const named = { ...justice, ...law, ...society }
export type TopicKey = keyof typeof named

/** What the documents of the corpus are about. */
export const topics: Readonly<Record<TopicKey, Topic>> = named
export const topicKeys = Object.keys(named) as TopicKey[]
