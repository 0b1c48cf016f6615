import { setNonce } from 'get-nonce'
import { GraphiQL } from 'graphiql'
import 'graphiql/style.css'
import './explorer.css'
import { createRoot } from 'react-dom/client'
import { guidePanel } from './guidePanel.tsx'
import { type Sample, SampleChoice } from './SampleChoice.tsx'

const place = document.getElementById('explorer')!
const { samples } = JSON.parse(document.getElementById('samples')!.textContent ?? '{"samples":[]}') as {
  samples: Sample[]
}
// Dialogs that keep the page behind them still do it by a style sheet.
setNonce(place.dataset.nonce ?? '')

const plugins = [guidePanel]

/** Asks this server, as a website does: without login, without cookies. */
const fetcher = async (params: object) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(params),
  })
  return answer.json()
}

createRoot(place).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    defaultQuery={samples[0]?.query ?? '{ notices { docs { title } } }'}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <span className="brand">
        <SampleChoice samples={samples} /> <a href="/graphql/explorer/guide.md">Hướng dẫn</a>
      </span>
    </GraphiQL.Logo>
  </GraphiQL>,
)
