import type { Json, JsonObject } from '../publications/index.ts'

/** Whether frozen JSON holds fields: no list, no `null`. */
export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
