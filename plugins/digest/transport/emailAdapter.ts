import { createTransport, type SendMailOptions } from 'nodemailer'
import type { EmailAdapter } from 'payload'
import { senderOf } from '../mail/sender.ts'
import type { DigestOptions } from '../types.ts'
import { writeMail } from './fileRelay.ts'

/** Sends Payload's own mails (password reset …) through the same relay as the digests, or into the same folder. */
export const emailAdapter =
  (options: Pick<DigestOptions, 'smtpUrl' | 'mailFrom' | 'dataDir'>): EmailAdapter =>
  () => {
    const sender = senderOf(options.mailFrom)
    const toFile = createTransport({ streamTransport: true, buffer: true })
    const toRelay = options.smtpUrl ? createTransport(options.smtpUrl) : undefined
    return {
      name: 'congbo',
      defaultFromAddress: sender.address,
      defaultFromName: sender.name,
      sendEmail: async (message) => {
        const mail: SendMailOptions = {
          from: options.mailFrom,
          ...message,
          disableFileAccess: true,
          disableUrlAccess: true,
        }
        if (toRelay) return toRelay.sendMail(mail)
        const { message: bytes, messageId } = await toFile.sendMail(mail)
        const name = messageId.replace(/[^\w.-]/g, '')
        return writeMail({ dataDir: options.dataDir, name, bytes: bytes as Buffer })
      },
    }
  }
