import type { Environment } from '../config/environment.ts'
import { DEMO_LOGINS, DEMO_PASSWORD } from '../http/startPage.ts'

/** Startup message: the addresses and, in the demo, the logins. */
export const announcement = (environment: Pick<Environment, 'publicUrl' | 'demo' | 'mode'>): string => {
  const { publicUrl, demo, mode } = environment
  const places = [
    ['Trang đầu / start page', publicUrl],
    ['Quản trị / admin', `${publicUrl}/admin`],
    ['API công khai / public API', `${publicUrl}/graphql`],
    ['Đăng ký nhận tin / subscriptions', `${publicUrl}/subscriptions`],
  ] as const
  const logins = DEMO_LOGINS.map(({ email, duty }) => `  ${email.padEnd(24)} ${duty}`)
  return [
    '',
    `Công Bố đang chạy (${mode}) / is running. Ctrl+C: dừng / stop.`,
    ...places.map(([what, where]) => `  ${what.padEnd(34)} ${where}`),
    ...(demo ? ['', `Đăng nhập thử, mật khẩu / demo logins, password: ${DEMO_PASSWORD}`, ...logins] : []),
    '',
  ].join('\n')
}
