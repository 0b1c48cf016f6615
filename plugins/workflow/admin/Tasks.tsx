'use client'
import './approval.css'
import './tasks.css'
import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useCallback, useEffect, useId, useState } from 'react'
import type { Task } from '../useCases/tasks.ts'
import { readTasks } from './api.ts'
import { instant } from './instant.ts'
import { useConnection } from './useApproval.ts'
import { useTexts } from './useTexts.ts'

const TaskList = ({ title, tasks, mine }: { title: string; tasks: Task[]; mine: boolean }) => {
  const texts = useTexts()
  const heading = useId()
  const { i18n } = useTranslation()
  const { config, getEntityConfig } = useConfig()
  if (!tasks.length) return null
  const collectionName = (slug: string) => {
    const label = getEntityConfig({ collectionSlug: slug })?.labels?.singular
    return label ? getTranslation(label, i18n) : slug
  }
  const backWords = ({ back }: Task) => (back?.how === 'refused' ? texts.tasks.refused : texts.tasks.returned)
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {title} ({tasks.length})
      </h2>
      <ul className="tasks__list">
        {tasks.map((task) => (
          <li key={`${task.collection}:${task.id}`} className="tasks__item">
            <Link href={`${config.routes.admin}/collections/${task.collection}/${task.id}`} className="tasks__link">
              {task.title || texts.tasks.untitled}
            </Link>
            <p className="tasks__about">
              {collectionName(task.collection)} · {task.step || (mine ? backWords(task) : texts.tasks.publish)} ·{' '}
              {texts.tasks.since} <time dateTime={task.since}>{instant(task.since)}</time>
            </p>
            {task.back ? (
              <p className="tasks__about">
                {task.back.by}: {task.back.reason}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The person's tasks at the top of the dashboard: returned texts first, each list oldest first. */
export const Tasks = () => {
  const texts = useTexts()
  const heading = useId()
  const { base, language } = useConnection()
  const [tasks, setTasks] = useState<{ mine: Task[]; group: Task[] } | null>(null)
  const [failed, setFailed] = useState(false)

  const load = useCallback(async () => {
    setFailed(false)
    const reply = await readTasks({ base, language })
    if ('value' in reply) setTasks(reply.value)
    else setFailed(true)
  }, [base, language])

  useEffect(() => {
    void load()
  }, [load])

  const none = tasks && tasks.mine.length + tasks.group.length === 0
  return (
    <section className="tasks" aria-labelledby={heading}>
      <h1 id={heading}>{texts.tasks.title}</h1>
      <div role="status">
        {!tasks && !failed ? <p className="approval__quiet">{texts.tasks.loading}</p> : null}
        {none ? <p>{texts.tasks.empty}</p> : null}
        {failed ? <p>{texts.tasks.failed}</p> : null}
      </div>
      {failed ? (
        <Button margin={false} size="medium" buttonStyle="secondary" onClick={load}>
          {texts.panel.retry}
        </Button>
      ) : null}
      {tasks ? (
        <>
          <TaskList title={texts.tasks.mine} tasks={tasks.mine} mine />
          <TaskList title={texts.tasks.group} tasks={tasks.group} mine={false} />
        </>
      ) : null}
    </section>
  )
}
