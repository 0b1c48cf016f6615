import type { SanitizedConfig } from 'payload'
import { besideControls } from './besideControls.ts'

const WATCH = '/src/repairs/openForms/KeptMarks#KeptMarks'

/**
 * In the forms of `@payloadcms/ui` 3.90.2 a response about the form takes away every mark that it does not bring itself.
 * A response that was asked for before a save comes after its refusal on a slow connection, and then nobody sees which
 * field was refused. This puts the marks back; Payload adds collections after every plugin, so it is applied to the
 * finished configuration.
 */
export const keptMarks = (config: SanitizedConfig): SanitizedConfig => besideControls(config, WATCH)
