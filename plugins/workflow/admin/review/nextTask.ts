import type { Task, TaskLists } from '../../useCases/tasks.ts'

/** What a person goes on with after a decision: another task, none, or still this document. */
export type Next = { task: Task } | 'none' | 'same'

/**
 * The next task of a person: overdue first, then what they have claimed, then what waits for their role. Pure.
 *
 * @param tasks their desk after the decision
 * @param done the document that they decided on
 */
export const nextTask = (
  tasks: Pick<TaskLists, 'mine' | 'group' | 'overdue'>,
  done: { collection: string; id: string },
): Next => {
  const isDone = ({ collection, id }: Task) => collection === done.collection && id === done.id
  // What came back to them is to be written, not decided.
  const claimed = tasks.mine.filter(({ back }) => !back)
  const waiting = [...tasks.overdue, ...claimed, ...tasks.group]
  if (waiting.some(isDone)) return 'same'
  const [task] = waiting
  return task ? { task } : 'none'
}
