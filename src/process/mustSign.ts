import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { StartError } from './startError.ts'

/**
 * Verifies at start that a key can sign mails (DKIM).
 *
 * @param file private key in PEM (RFC 7468), RSA or Ed25519 (RFC 8463)
 * @throws StartError when the file cannot be read or contains no such key
 */
export const mustSign = async (file: string): Promise<void> => {
  let pem: string
  try {
    pem = await readFile(file, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new StartError(
      `DKIM_KEY_FILE không đọc được ${file} (${reason}); hãy kiểm tra đường dẫn và quyền đọc / DKIM_KEY_FILE cannot read ${file} (${reason}); check the path and its access`,
      2,
    )
  }
  try {
    const { asymmetricKeyType } = createPrivateKey(pem)
    if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'ed25519') return
  } catch {
    // Reported below: a missing key and a key of another type have the same remedy.
  }
  throw new StartError(
    `DKIM_KEY_FILE phải là khóa riêng RSA hoặc Ed25519 dạng PEM: ${file} / DKIM_KEY_FILE must be a private RSA or Ed25519 key in PEM: ${file}`,
    2,
  )
}
