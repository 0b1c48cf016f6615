'use client'
import './states.css'
import './approval.css'
import './look.css'
import './tasks.css'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link.js'
import { type ReactNode, useId } from 'react'
import { dayFirst } from '../../../lib/text/dates.ts'
import { reviewAddress } from '../reviewAddress.ts'
import type { Task, TaskLists } from '../useCases/tasks.ts'
import { instant } from './instant.ts'
import { useTasks } from './useTasks.ts'
import { useTexts } from './useTexts.ts'

type ListName = 'group' | 'claimed' | 'returned' | 'refused' | 'submitted' | 'drafts' | 'published'

/** The lists in the order in which a person needs them; what they have claimed stands apart from what came back. */
const listsOf = (tasks: TaskLists): [ListName, Task[]][] => [
  ['claimed', tasks.mine.filter(({ back }) => !back)],
  ['group', tasks.group],
  ['returned', tasks.returned],
  ['refused', tasks.refused],
  ['submitted', tasks.submitted],
  ['drafts', tasks.drafts],
  ['published', tasks.published],
]

/** What the person decides on opens where it is decided, everything else in its form. */
const addressOf = (admin: string, name: ListName, task: Task): string =>
  name === 'claimed' || name === 'group'
    ? reviewAddress(admin, task)
    : `${admin}/collections/${task.collection}/${task.id}`

/** What a list says about each of its documents. */
const useAbout = () => {
  const { tasks: says } = useTexts()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  return (name: ListName, task: Task): string => {
    const label = getEntityConfig({ collectionSlug: task.collection })?.labels?.singular
    const kind = label ? getTranslation(label, i18n) : task.collection
    const step = task.step || (name === 'group' ? says.publish : '')
    const waits = name === 'submitted' && task.waitsFor ? says.waitsFor(task.waitsFor) : ''
    const days = name === 'submitted' || name === 'group' ? says.days(task.days) : ''
    return [kind, step, waits, days].filter(Boolean).join(' · ')
  }
}

const TaskList = ({ name, tasks }: { name: ListName; tasks: Task[] }) => {
  const { tasks: says } = useTexts()
  const heading = useId()
  const { config } = useConfig()
  const about = useAbout()
  if (!tasks.length) return null
  return (
    <section className="tasks__card" aria-labelledby={heading}>
      <h2 id={heading}>
        {says.lists[name]} <span className="tasks__count">({tasks.length})</span>
      </h2>
      <ul className="tasks__list">
        {tasks.map((task) => (
          <li key={`${task.collection}:${task.id}`} className="tasks__item">
            <p>
              {task.overdue ? <span className="look-late">{says.overdue}</span> : null}{' '}
              <Link href={addressOf(config.routes.admin, name, task)} className="tasks__link">
                {task.title || says.untitled}
              </Link>
            </p>
            <p className="tasks__about">
              {about(name, task)} · {says.since[name]} <time dateTime={task.since}>{instant(task.since)}</time>
              {task.dueBy ? (
                <>
                  {' · '}
                  {says.dueBy} <time dateTime={task.dueBy}>{instant(task.dueBy)}</time>
                </>
              ) : null}
            </p>
            {task.back ? (
              <p className="tasks__reason">
                {task.back.by}: {task.back.reason}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const MARKS = { group: 'waits', overdue: 'bad', returned: 'bad', submitted: 'neutral', published: 'good' } as const

/** How the day stands, in one line of numbers. */
const Glance = ({ counts }: { counts: TaskLists['counts'] }) => {
  const { tasks: says } = useTexts()
  const numbers = (Object.keys(MARKS) as (keyof typeof MARKS)[]).filter((name) => counts[name])
  if (!numbers.length) return null
  return (
    <dl className="look-numbers">
      {numbers.map((name) => (
        <div key={name} className={`look-number look-number--${MARKS[name]}`}>
          <dt>{says.glance[name]}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** That the person is marked as away, and what they may want to do about it. */
const AwayLine = ({ absence }: { absence: TaskLists['absence'] }) => {
  const { tasks: says } = useTexts()
  const { config } = useConfig()
  if (!absence) return null
  const { admin } = config.routes
  return (
    <p className="tasks__away">
      {says.away(dayFirst(absence.until))} <Link href={`${admin}/account`}>{says.changeAbsence}</Link>
      {absence.uncovered ? (
        <>
          {' · '}
          <Link href={`${admin}/collections/delegations/create`}>{says.delegate}</Link>
        </>
      ) : null}
    </p>
  )
}

/**
 * The person's desk at the top of the home page. Lists without documents are not shown.
 *
 * @param props.children what stands between its numbers and its lists
 */
export const Tasks = ({ children }: { children?: ReactNode }) => {
  const texts = useTexts()
  const heading = useId()
  const { value: tasks, failure, busy, reload } = useTasks()
  const failed = failure !== null && !busy
  const lists = tasks ? listsOf(tasks) : []
  const none = tasks && lists.every(([, some]) => !some.length)
  return (
    <section className="tasks" aria-labelledby={heading}>
      <h1 id={heading}>{texts.tasks.title}</h1>
      {tasks ? <AwayLine absence={tasks.absence} /> : null}
      <div role="status">
        {!tasks && !failed ? <p className="approval__quiet">{texts.tasks.loading}</p> : null}
        {none ? <p>{texts.tasks.empty}</p> : null}
        {failed ? <p>{texts.tasks.failed}</p> : null}
      </div>
      {failed ? (
        <Button margin={false} size="medium" buttonStyle="secondary" onClick={() => void reload()}>
          {texts.panel.retry}
        </Button>
      ) : null}
      {tasks ? <Glance counts={tasks.counts} /> : null}
      {children}
      <div className="tasks__cards">
        {lists.map(([name, some]) => (
          <TaskList key={name} name={name} tasks={some} />
        ))}
      </div>
    </section>
  )
}
