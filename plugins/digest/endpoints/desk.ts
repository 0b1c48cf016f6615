import type { Endpoint } from 'payload'
import { pausingEndpoints } from './pausing.ts'

/** The mail officer's desk, under `/api/digest`. */
export const deskEndpoints: Endpoint[] = [...pausingEndpoints]
