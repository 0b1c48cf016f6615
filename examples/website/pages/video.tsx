import { DocumentPage, langOfField, languagesOf } from '../parts/Document.tsx'
import { isoLength, shownLength } from '../parts/days.ts'
import { Player } from '../parts/Player.tsx'
import { Day, Facts, Part, Rich } from '../parts/Small.tsx'
import { VideoDocument } from '../queries/generated.ts'
import { MISSING, type Route } from './page.ts'

/** A video with its captions and what is said in it. */
export const video: Route = {
  path: '/video/:slug',
  parameters: [],
  load: async ({ view, path, ask }) => {
    const { video } = await ask(VideoDocument, { url: path, locale: view.language })
    if (!video) return MISSING
    const { words } = view
    const lang = langOfField(video, view)
    const { durationSeconds, recordedOn } = video
    return {
      kind: 'page',
      status: 200,
      section: 'videos',
      title: video.title ?? undefined,
      titleLang: lang('title'),
      description: video.summary ?? undefined,
      listed: true,
      languages: languagesOf(video),
      jsonLd: video.jsonLd ?? undefined,
      picture: video.poster?.url,
      body: (
        <DocumentPage
          section="videos"
          document={video}
          kicker={words.kinds.videos}
          lead={video.summary}
          view={view}
          aside={
            <Facts
              rows={[
                [words.recordedOn, recordedOn && <Day of={recordedOn} view={view} />],
                [
                  words.duration,
                  durationSeconds !== null && (
                    <time dateTime={isoLength(durationSeconds)}>{shownLength(durationSeconds)}</time>
                  ),
                ],
                [words.source, video.source],
                [words.publishedAt, <Day key="published" of={video.publishedAt} view={view} />],
              ]}
            />
          }
        >
          <Player video={video} view={view} />
          {video.body?.html && <Rich html={video.body.html} lang={lang('body')} />}
          {video.transcript && (
            <Part id="transcript" heading={words.transcript}>
              <div className="transcript" lang={lang('transcript')}>
                {video.transcript.split(/\n+/).map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one fixed text
                  <p key={at}>{line}</p>
                ))}
              </div>
            </Part>
          )}
        </DocumentPage>
      ),
    }
  },
}
