import { Gutter } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import type { AdminViewServerProps } from 'payload'
import { workflowOptions } from '../../options.ts'
import { Tasks } from '../Tasks.tsx'
import { Create } from './Create.tsx'
import { Week } from './Week.tsx'

/**
 * The home page of the admin: what the person has to do, how the office stands for those who may read it, and what they
 * may create. Takes the place of Payload's dashboard, whose cards say nothing of a collection but its name.
 */
export const Home = async (props: AdminViewServerProps) => {
  const { initPageResult, params, searchParams, i18n, locale, permissions, user } = props
  const { req } = initPageResult
  const { payload } = req
  const { beforeDashboard, afterDashboard } = payload.config.admin.components
  const theirs = (Component: typeof beforeDashboard) =>
    Component?.length
      ? RenderServerComponent({
          Component,
          importMap: payload.importMap,
          serverProps: { i18n, locale, params, payload, permissions, searchParams, user },
        })
      : null
  return (
    <Gutter className="dashboard">
      {theirs(beforeDashboard)}
      <Tasks>{(await workflowOptions(payload.config).read({ req })) ? <Week /> : null}</Tasks>
      <Create initPageResult={initPageResult} />
      {theirs(afterDashboard)}
    </Gutter>
  )
}
