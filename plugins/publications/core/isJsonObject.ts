import { isRecord } from '../../../lib/isRecord.ts'
import type { Json, JsonObject } from '../types.ts'

/** Whether frozen JSON is an object, not an array or `null`. */
export const isJsonObject = (value: Json | undefined): value is JsonObject => isRecord(value)
