const SHORTEST = 12
const FEWEST_CHARACTERS = 6
const COMMON = /^(password|passw0rd|matkhau|mat khau|qwerty|abc|123|admin|congbo|cong bo|letmein|welcome)/i

/**
 * Says why a password is too weak for an account that an operator makes by hand; nothing when it will do.
 *
 * @returns one sentence that says what to do
 */
export const weakness = (args: { password: string; email: string }): string | undefined => {
  const { password, email } = args
  const name = email.split('@')[0]!.toLowerCase()
  if (password.length < SHORTEST) return `the password needs at least ${SHORTEST} characters`
  if (new Set(password).size < FEWEST_CHARACTERS)
    return `the password needs at least ${FEWEST_CHARACTERS} different characters`
  if (COMMON.test(password)) return 'the password begins like one that everybody tries first; take another'
  if (name.length > 2 && password.toLowerCase().includes(name)) return 'the password contains the address; take another'
  return undefined
}
