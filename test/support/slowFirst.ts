import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Suites that take minutes, slowest first; all others follow. */
const SLOW = [/test\/office\/whole\./, /test\/office\/least\./, /test\/admin\/accessibility\./, /\.e2e\.spec\.ts$/]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = SLOW.findIndex((pattern) => pattern.test(moduleId))
  return rank < 0 ? SLOW.length : rank
}

/** Starts the slowest suites first, so that no processor waits for one of them at the end. */
export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
