import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Task } from '../../useCases/tasks.ts'
import { nextTask } from './nextTask.ts'

const task = (id: string, more: Partial<Task> = {}): Task => ({
  collection: 'notices',
  id,
  title: id,
  state: 'in_review',
  step: 'Lãnh đạo duyệt',
  since: '2026-11-30T01:00:00.000Z',
  seq: 2,
  waitsFor: 'Lãnh đạo',
  days: 0,
  dueBy: null,
  overdue: false,
  ...more,
})
const done = { collection: 'notices', id: 'done' }
const desk = (lists: Partial<Record<'mine' | 'group' | 'overdue', Task[]>>) => ({
  mine: [],
  group: [],
  overdue: [],
  ...lists,
})

describe('the next task', () => {
  it('is overdue, or else claimed, or else of the group', () => {
    const late = task('late', { overdue: true })
    const lists = { mine: [task('claimed')], group: [task('group'), late] }
    expect(nextTask(desk({ ...lists, overdue: [late] }), done)).toEqual({ task: late })
    expect(nextTask(desk(lists), done)).toEqual({ task: task('claimed') })
    expect(nextTask(desk({ group: lists.group }), done)).toEqual({ task: task('group') })
  })

  it('is never what came back to be written', () => {
    const back = task('back', { back: { how: 'returned', by: 'Lê Minh Châu', reason: 'Thiếu ngày' } })
    expect(nextTask(desk({ mine: [back] }), done)).toBe('none')
  })

  it('waits while the document still waits for the person', () => {
    expect(nextTask(desk({ group: [task('other'), task('done')] }), done)).toBe('same')
    expect(nextTask(desk({ group: [task('done', { collection: 'bulletins' })] }), done)).not.toBe('same')
  })

  it('is one of the desk, and never the document itself', () => {
    const tasks = fc.array(fc.constantFrom('done', 'a', 'b', 'c').map((id) => task(id)))
    fc.assert(
      fc.property(tasks, tasks, (mine, group) => {
        const next = nextTask(desk({ mine, group }), done)
        const all = [...mine, ...group]
        if (next === 'same') expect(all.some(({ id }) => id === 'done')).toBe(true)
        else if (next === 'none') expect(all).toEqual([])
        else expect(all.filter(({ id }) => id !== 'done')).toContain(next.task)
      }),
    )
  })
})
