import type { Payload } from 'payload'
import { type FrozenContent, Unpublishable } from '../../publications/index.ts'
import type { Address } from '../core/events.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { type DocumentRef, reserveAddress } from './finish.ts'

/**
 * Reserves the address and the files of a content that is about to be published.
 *
 * @returns the address, or the refusal that says what people can do
 */
export const reserveForPublication = async (
  payload: Payload,
  ref: DocumentRef,
  content: FrozenContent | undefined,
  options: WorkflowOptions,
): Promise<{ address: Address } | { refusal: Refusal }> => {
  try {
    const address = await reserveAddress({ payload, ref, content, at: options.clock.now() })
    return address
      ? { address }
      : {
          refusal: refusal(
            'CONTENT_INVALID',
            'Địa chỉ của văn bản đã thuộc về văn bản khác; xin trả lại để đổi địa chỉ.',
            'The address belongs to another document; return the text to have it changed.',
            {
              fields: [{ path: 'slug', message: { vi: 'Địa chỉ đã được dùng.', en: 'The address is taken.' } }],
            },
          ),
        }
  } catch (error) {
    payload.logger.error({
      msg: 'publication could not be reserved',
      document: streamOf(ref.collection, ref.key),
      err: error,
    })
    if (!(error instanceof Unpublishable))
      return {
        refusal: refusal(
          'TRY_AGAIN',
          'Máy chủ chưa lưu được tệp; xin thử lại sau ít phút.',
          'The server could not keep the files; try again in a few minutes.',
        ),
      }
    return {
      refusal: refusal(
        'FILE_CHANGED',
        'Một tệp của văn bản bị thiếu hoặc đã đổi; xin trả lại để tải tệp lên lại.',
        'A file of this document is missing or changed; return the text to have it uploaded again.',
      ),
    }
  }
}
