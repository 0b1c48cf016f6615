import type { Endpoint } from 'payload'
import { deskOverviewEndpoint } from './deskOverview.ts'
import { growthEndpoint } from './growth.ts'
import { importingEndpoint } from './importing.ts'
import { pausingEndpoints } from './pausing.ts'
import { previewEndpoint } from './preview.ts'
import { settlingEndpoint } from './settling.ts'
import { suppressingEndpoints } from './suppressing.ts'

/** The mail officer's desk, under `/api/digest`. */
export const deskEndpoints: Endpoint[] = [
  deskOverviewEndpoint,
  ...pausingEndpoints,
  previewEndpoint,
  settlingEndpoint,
  ...suppressingEndpoints,
  importingEndpoint,
  growthEndpoint,
]
