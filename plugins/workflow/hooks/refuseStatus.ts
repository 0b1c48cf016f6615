import type { CollectionBeforeOperationHook } from 'payload'
import { refusal } from '../core/refusal.ts'
import { asApiError } from './asApiError.ts'

const carriesStatus = (data: unknown): boolean =>
  data !== null &&
  typeof data === 'object' &&
  Object.keys(data).some((key) => key === '_status' || key.startsWith('_status.'))

/**
 * Guarantees that no operation of Payload, on any API, can set a publication status on a governed document: only the
 * workflow publishes. Autosave is refused too, because it would overwrite a version in place and lose its contributor.
 */
export const refuseStatus: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!['create', 'update', 'autosave', 'restoreVersion'].includes(operation)) return args
  const { data, autosave, publishSpecificLocale, publishAllLocales } = args as Record<string, unknown>
  const asksToPublish = publishSpecificLocale !== undefined || publishAllLocales === true
  if (carriesStatus(data) || asksToPublish || autosave === true)
    throw asApiError(
      refusal(
        'WORKFLOW_APPROVAL_REQUIRED',
        'Văn bản chỉ được công bố qua quy trình duyệt; xin bấm “Trình duyệt” thay vì đặt trạng thái.',
        'A text becomes public through its approvals only; use “Submit” instead of setting a status.',
      ),
      req,
    )
  return args
}
