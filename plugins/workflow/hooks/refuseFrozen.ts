import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { refusal } from '../core/refusal.ts'
import { publicState } from '../core/state.ts'
import { DefinitionChanged } from '../store/registry.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { type LoadedStream, loadStream } from '../useCases/load.ts'
import { mayChangeNow } from '../useCases/mayChangeNow.ts'
import { asApiError } from './asApiError.ts'

const frozen = (req: PayloadRequest) =>
  asApiError(
    refusal(
      'WORKFLOW_FROZEN',
      'Văn bản đang được duyệt nên không sửa được; xin rút lại bản trình hoặc đề nghị trả lại trước khi sửa.',
      'The text is under review and cannot be changed; recall it or have it returned first.',
    ),
    req,
  )

/**
 * Loads the stream of a document. If its definition is missing or changed, the document is locked and the error says
 * why.
 */
const streamFor = (req: PayloadRequest, collection: string, key: string): Promise<LoadedStream> =>
  loadStream(req.payload, streamOf(collection, key)).catch((error: unknown) => {
    throw error instanceof DefinitionChanged ? asApiError(error.refusal, req) : error
  })

/** The stream of the row with this database id. */
const streamById = async (
  req: PayloadRequest,
  collection: string,
  id: string | number,
): Promise<LoadedStream | undefined> => {
  const row = await req.payload.db.findOne<{ id: string; key?: string }>({
    collection,
    where: { id: { equals: id } },
    select: { key: true },
    req,
  })
  return row?.key ? streamFor(req, collection, row.key) : undefined
}

/**
 * Guarantees that a write to a document under approval is refused with this reason before access rules are evaluated,
 * so that the person learns what to do. The actual guard is `guardSave`.
 */
export const refuseFrozen =
  (options: WorkflowOptions): CollectionBeforeOperationHook =>
  async ({ args, operation, collection, req, overrideAccess }) => {
    const { id } = args as { id?: string | number }
    if (!['update', 'autosave', 'delete'].includes(operation) || id === undefined) return args
    if (!req.user && !overrideAccess) return args
    const loaded = await streamById(req, collection.slug, id)
    if (loaded && !(await mayChangeNow(req, options, loaded))) throw frozen(req)
    return args
  }

/**
 * Guarantees for every save of a governed document, on every API and with any `overrideAccess`: a text under approval
 * is not changed, the version names its editor, and the state shown in lists is that of the stream.
 */
export const guardSave =
  (options: WorkflowOptions): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, collection, req }) => {
    const editedBy = req.user ? String(req.user.id) : 'system'
    if (operation === 'create') return { ...data, editedBy, workflowState: 'draft' }
    const key = originalDoc?.key as string | undefined
    if (!key) throw new Error('A governed document without a public key cannot be saved')
    const loaded = await streamFor(req, collection.slug, key)
    if (!(await mayChangeNow(req, options, loaded))) throw frozen(req)
    return { ...data, editedBy, workflowState: publicState(loaded.state, loaded.definitions) }
  }

/**
 * Guarantees that a document that was ever public, or is under review, is not deleted. Withdrawal replaces deletion.
 */
export const refuseDelete: CollectionBeforeDeleteHook = async ({ req, id, collection }) => {
  const loaded = await streamById(req, collection.slug, id)
  if (!loaded) return
  if (loaded.state.run) throw frozen(req)
  if (loaded.state.everPublished)
    throw asApiError(
      refusal(
        'WORKFLOW_APPROVAL_REQUIRED',
        'Văn bản đã từng công bố nên không xóa được; xin dùng “Rút văn bản”.',
        'A text that was ever published cannot be deleted; withdraw it instead.',
      ),
      req,
    )
}
