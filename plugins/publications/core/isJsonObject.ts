import { isRecord } from '../../../lib/isRecord.ts'
import type { Json, JsonObject } from '../types.ts'

/** Whether frozen JSON holds fields: no list, no `null`. */
export const isJsonObject = (value: Json | undefined): value is JsonObject => isRecord(value)
