/** Hosts whose players may be embedded. */
export const EMBED_HOSTS = ['www.youtube-nocookie.com', 'www.youtube.com', 'player.vimeo.com'] as const

/** What a player may be told: where to begin and end, captions, and the key of a video that is not listed. */
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
    // The pages that people copy from; their players set no cookies where the host has such a one.
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
 * The address of the player that a typed address stands for: a player of an allowed host as it is, the page of a video
 * turned into its player. Only https, without credentials, port or tricks of spelling; of the query only what a player
 * may be told.
 *
 * @returns undefined for what may not be embedded
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
