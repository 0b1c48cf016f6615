import type { Endpoint } from 'payload'
import { say } from '../../lib/faults/say.ts'
import type { UploadStore } from './uploadStore.ts'

/** `POST /api/media`: replaces Payload's own endpoint, with the same response. */
export const uploadEndpoint = (store: UploadStore): Endpoint => ({
  path: '/',
  method: 'post',
  handler: async (req) => {
    const doc = await store.fromRequest(req)
    const message = req.t('general:successfullyCreated', { label: say(req, 'Tệp', 'File') })
    return Response.json({ doc, message }, { status: 201 })
  },
})
