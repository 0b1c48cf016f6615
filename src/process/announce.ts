import type { Environment } from '../config/environment.ts'
import { DEMO_LOGINS, DEMO_PASSWORD } from '../http/startPage.ts'

/** Startup message: the addresses and, in the demo, the logins. */
export const announcement = (
  environment: Pick<Environment, 'publicUrl' | 'siteUrl' | 'demo' | 'mode'> & { website: boolean },
): string => {
  const { publicUrl, siteUrl, demo, mode, website } = environment
  const places: (readonly [string, string])[] = [
    ...(website ? [['Website cho người dân / website', siteUrl] as const] : []),
    ['Trang đầu / start page', publicUrl],
    ['Quản trị / admin', `${publicUrl}/admin`],
    ['API công khai / public API', `${publicUrl}/graphql`],
    ['Đăng ký nhận tin / subscriptions', `${publicUrl}/subscriptions`],
  ]
  const logins = DEMO_LOGINS.map(({ email, duty }) => `  ${email.padEnd(24)} ${duty}`)
  return [
    '',
    `Công Bố đang chạy (${mode}) / is running. Ctrl+C: dừng / stop.`,
    ...places.map(([what, where]) => `  ${what.padEnd(34)} ${where}`),
    ...(demo ? ['', `Đăng nhập thử, mật khẩu / demo logins, password: ${DEMO_PASSWORD}`, ...logins] : []),
    '',
  ].join('\n')
}
