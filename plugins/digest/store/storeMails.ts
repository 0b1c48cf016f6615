import type { Payload } from 'payload'
import type { DeliveryRow } from '../rowTypes.ts'
import { outboxModel, sqlOf } from './adapters.ts'

/** A mail as it will be handed over, with the row that it belongs to. */
export type MadeMail = Pick<DeliveryRow, 'key' | 'token' | 'items' | 'messageId' | 'mime' | 'mimeSha256' | 'mimeSize'>

/**
 * Stores mails in their rows before they are handed over, so that every retry sends the same bytes. One statement for
 * all. A row that another worker took over meanwhile stays as it is; it cannot be handed over by this one either.
 */
export const storeMails = async (payload: Payload, mails: readonly MadeMail[]): Promise<void> => {
  if (!mails.length) return
  const sql = sqlOf(payload)
  if (sql)
    await sql.client.execute({
      sql: `UPDATE deliveries SET items = made.column3, message_id = made.column4, mime = made.column5,
          mime_sha256 = made.column6, mime_size = made.column7
        FROM (VALUES ${mails.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}) AS made
        WHERE deliveries."key" = made.column1 AND deliveries.token = made.column2 AND deliveries.state = 'claimed'`,
      args: mails.flatMap((mail) => [
        mail.key,
        mail.token,
        mail.items,
        mail.messageId,
        mail.mime,
        mail.mimeSha256,
        mail.mimeSize,
      ]),
    })
  else
    await outboxModel(payload).bulkWrite(
      mails.map(({ key, token, ...made }) => ({
        updateOne: { filter: { key, token, state: 'claimed' }, update: { $set: made } },
      })),
      { ordered: false },
    )
}
