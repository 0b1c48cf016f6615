import { langOf } from './language.ts'
import type { View } from './view.ts'

interface Playable {
  title: string | null
  locale: string
  embedUrl: string | null
  file?: { url: string; mimeType: string } | null
  poster: { url: string; width: number | null; height: number | null; alt: string | null } | null
  captions?: { lang: string | null; kind: string | null; url: string | null }[]
}

const KINDS = ['captions', 'subtitles', 'descriptions'] as const

/** A video of the portal's own; one that is kept elsewhere is a link, so that nobody else learns who watches. */
export const Player = ({ video, view }: { video: Playable; view: View }) => {
  const { words } = view
  const { file, poster, embedUrl, captions = [] } = video
  if (!file)
    return embedUrl ? (
      <p className="elsewhere">
        <a href={embedUrl} rel="noreferrer">
          {words.watchElsewhere}
        </a>
      </p>
    ) : null
  const tracks = captions.filter(({ url }) => url)
  return (
    // biome-ignore lint/a11y/useMediaCaption: the captions are those that the video has, below
    <video
      className="player"
      controls
      preload="none"
      crossOrigin="anonymous"
      poster={poster?.url}
      width={poster?.width ?? 640}
      height={poster?.height ?? 360}
      aria-label={video.title ?? words.featuredVideo}
      lang={langOf(video.locale, view.language)}
    >
      <source src={file.url} type={file.mimeType} />
      {tracks.map(({ lang, kind, url }, at) => (
        <track
          key={url}
          src={url!}
          kind={KINDS.find((each) => each === kind) ?? 'captions'}
          srcLang={lang ?? 'vi'}
          label={lang ?? 'vi'}
          default={at === 0}
        />
      ))}
      <p>
        {words.noVideo} <a href={file.url}>{words.download}</a>
      </p>
    </video>
  )
}
