import { type GraphiQLPlugin, MarkdownContent } from '@graphiql/react'
import { useEffect, useState } from 'react'

const GUIDE = '/graphql/explorer/guide.md'

/** A panel that shows the guide for web developers. */
export const guidePanel: GraphiQLPlugin = {
  title: 'Hướng dẫn',
  icon: () => <span aria-hidden="true">?</span>,
  content: () => {
    const [text, setText] = useState('Đang tải hướng dẫn…')
    useEffect(() => {
      fetch(GUIDE)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
        .then(setText)
        .catch(() => setText('Không tải được hướng dẫn; xin mở lại mục này.'))
    }, [])
    return (
      <section className="panel">
        <MarkdownContent type="description">{text}</MarkdownContent>
      </section>
    )
  },
}
