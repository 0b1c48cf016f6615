/** At least as many characters as programs ask of an account that an operator makes. */
export const SHORTEST = 12
export const LONGEST = 200
const FEWEST_CHARACTERS = 6
const COMMON = /^(password|passw0rd|matkhau|mat khau|qwerty|abc|123|admin|congbo|cong bo|letmein|welcome)/i

interface Weakness {
  vi: string
  en: string
}

/** A password in the one form that is hashed: the same letters are typed composed on some machines, decomposed on others. */
export const typedPassword = (password: string): string => password.normalize('NFC')

/**
 * Says why a password is too weak for an account; nothing when it will do. The same for everyone who sets one: in the
 * admin, over an API, on the command line.
 *
 * @returns one sentence that says what to do
 */
export const weakness = (args: { password: string; email: string }): Weakness | undefined => {
  const password = typedPassword(args.password)
  const name = args.email.split('@')[0]!.toLowerCase()
  if (password.length < SHORTEST || password.length > LONGEST)
    return {
      vi: `Mật khẩu cần từ ${SHORTEST} đến ${LONGEST} ký tự; xin đặt lại.`,
      en: `The password needs ${SHORTEST} to ${LONGEST} characters; choose another one.`,
    }
  if (new Set(password).size < FEWEST_CHARACTERS)
    return {
      vi: `Mật khẩu cần ít nhất ${FEWEST_CHARACTERS} ký tự khác nhau; xin đặt lại.`,
      en: `The password needs at least ${FEWEST_CHARACTERS} different characters; choose another one.`,
    }
  if (COMMON.test(password))
    return {
      vi: 'Mật khẩu bắt đầu bằng từ mà ai cũng thử trước tiên; xin đặt mật khẩu khác.',
      en: 'The password begins like one that everybody tries first; choose another one.',
    }
  if (name.length > 2 && password.toLowerCase().includes(name))
    return {
      vi: 'Mật khẩu có chứa tên trong địa chỉ thư; xin đặt mật khẩu khác.',
      en: 'The password contains the address; choose another one.',
    }
  return undefined
}
