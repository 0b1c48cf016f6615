/** Allow-list of hosts whose players may be embedded. */
export const EMBED_HOSTS = ['www.youtube-nocookie.com', 'www.youtube.com', 'player.vimeo.com'] as const

/** Allow-list of player parameters: start and end, captions, and the key of an unlisted video. */
const SETTINGS = ['start', 'end', 'cc_load_policy', 'cc_lang_pref', 'hl', 'h'] as const

const PLAYERS: { hosts: readonly string[]; path: RegExp; id?: string; player: (host: string, id: string) => string }[] =
  [
    {
      hosts: ['www.youtube.com', 'www.youtube-nocookie.com'],
      path: /^\/embed\/([\w-]{1,64})\/?$/,
      player: (host, id) => `https://${host}/embed/${id}`,
    },
    {
      hosts: ['player.vimeo.com'],
      path: /^\/video\/(\d{1,20})\/?$/,
      player: (host, id) => `https://${host}/video/${id}`,
    },
    // Video pages, whose address people copy. The player is the cookie-free variant where the host has one.
    {
      hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
      path: /^\/watch$/,
      id: 'v',
      player: (_, id) => `https://www.youtube-nocookie.com/embed/${id}`,
    },
    {
      hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
      path: /^\/(?:shorts|live)\/([\w-]{1,64})\/?$/,
      player: (_, id) => `https://www.youtube-nocookie.com/embed/${id}`,
    },
    {
      hosts: ['youtu.be'],
      path: /^\/([\w-]{1,64})\/?$/,
      player: (_, id) => `https://www.youtube-nocookie.com/embed/${id}`,
    },
    {
      hosts: ['vimeo.com', 'www.vimeo.com'],
      path: /^\/(\d{1,20})\/?$/,
      player: (_, id) => `https://player.vimeo.com/video/${id}`,
    },
  ]

/**
 * Player URL for a typed URL: a player of an allowed host is kept, and a video page is converted to its player. Only
 * https, without credentials, port or spelling tricks. Only allowed query parameters are kept.
 *
 * @returns undefined for a URL that may not be embedded
 */
export const embedAddress = (typed: string): string | undefined => {
  const address = typed.trim()
  if (!/^https:\/\/[\x21-\x7e]+$/i.test(address) || /[\\<>"'`@]/.test(address) || !URL.canParse(address))
    return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username || url.password || url.port) return undefined
  for (const { hosts, path, id, player } of PLAYERS) {
    const match = hosts.includes(url.hostname) ? path.exec(url.pathname) : null
    const video = match && (id ? url.searchParams.get(id) : match[1])
    if (!video || !/^[\w-]{1,64}$/.test(video)) continue
    const embed = new URL(player(url.hostname, video))
    for (const name of SETTINGS) {
      const value = url.searchParams.get(name)
      if (value && /^[\w-]{1,40}$/.test(value)) embed.searchParams.set(name, value)
    }
    const second = /^(\d{1,6})s?$/.exec(url.searchParams.get('t') ?? '')?.[1]
    if (second && !embed.searchParams.has('start')) embed.searchParams.set('start', second)
    return embed.href
  }
  return undefined
}
