import type { SanitizedConfig } from 'payload'
import { besideControls } from './besideControls.ts'

const WATCH = '/src/repairs/openForms/UnseenChanges#UnseenChanges'

/**
 * The forms of `@payloadcms/ui` 3.90.2 compare themselves with the state that the last response of the server left, and
 * that response includes what was changed just before it came. Such a change is never sent, so a field that depends on
 * it does not appear until something else is changed. This watches every form; Payload adds collections after every
 * plugin, so it is applied to the finished configuration.
 */
export const unseenChanges = (config: SanitizedConfig): SanitizedConfig => besideControls(config, WATCH)
