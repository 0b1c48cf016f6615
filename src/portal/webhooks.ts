import type { WebhookOptions } from '../../plugins/webhooks/index.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Ports that webhooks may be sent to, beside those of machines in `WEBHOOK_HOSTS`. */
export const WEBHOOK_PORTS: readonly number[] = [443]

/** What webhooks can be told of, how long one is tried, and after how many days of failure it is switched off. */
export const webhookPolicy = {
  collections: [
    'directives',
    'bulletins',
    'videos',
    'notices',
    'pages',
    // Told only to who asks for them by name.
    'document-types',
    'organisations',
    'territories',
    'topics',
    'audiences',
    'search-words',
    'site',
  ],
  // Half a minute, then twice as long each time, up to six hours; chance takes off up to a quarter.
  retry: { firstMs: MINUTE_MS / 2, mostMs: 6 * HOUR_MS, jitter: 0.25, off: { days: 5, tries: 15 } },
  timeoutMs: 10_000,
  atOnce: 8,
} satisfies Partial<WebhookOptions>
