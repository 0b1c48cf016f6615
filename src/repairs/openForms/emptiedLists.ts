import type { SanitizedConfig } from 'payload'
import { besideControls } from './besideControls.ts'

const WATCH = '/src/repairs/openForms/EmptiedLists#EmptiedLists'

/**
 * In the forms of `@payloadcms/ui` 3.90.2 a list that has rows sends these and not itself, and a response of the server
 * brings that mark along. When the last row is removed while a response is pending, the mark of before stays on the list:
 * neither rows nor list are sent, and the rows are there again after the save. This takes the mark away; Payload adds
 * collections after every plugin, so it is applied to the finished configuration.
 */
export const emptiedLists = (config: SanitizedConfig): SanitizedConfig => besideControls(config, WATCH)
