/** What a value must be, as the sentence after its variable's name. */
export interface Expectation {
  vi: string
  en: string
}

const flag: Expectation = { vi: 'phải là 0 hoặc 1', en: 'must be 0 or 1' }
const path: Expectation = { vi: 'phải là một đường dẫn', en: 'must be a path' }
const secret: Expectation = {
  vi: 'phải có ít nhất 32 ký tự ngẫu nhiên',
  en: 'must be at least 32 random characters',
}
const origin: Expectation = {
  vi: 'phải là địa chỉ gốc như https://example.gov.vn, không có đường dẫn phía sau',
  en: 'must be an origin such as https://example.gov.vn, without a path',
}

/** What is expected of each variable, for whoever gave it something else. */
export const EXPECTATIONS = {
  PORT: { vi: 'phải là số nguyên từ 0 đến 65535', en: 'must be a whole number from 0 to 65535' },
  HOST: { vi: 'phải là tên máy hoặc địa chỉ IP', en: 'must be a host name or an IP address' },
  TRUST_PROXY: {
    vi: 'phải là số máy chủ proxy phía trước, từ 0 đến 10',
    en: 'must be the number of proxies in front, from 0 to 10',
  },
  DATABASE_URI: {
    vi: 'phải bắt đầu bằng file: (SQLite) hoặc mongodb:// (MongoDB)',
    en: 'must start with file: (SQLite) or mongodb:// (MongoDB)',
  },
  PAYLOAD_SECRET: secret,
  PUBLIC_URL: origin,
  SITE_URL: origin,
  SITE_PORT: { vi: 'phải là số nguyên từ 1 đến 65535, hoặc off', en: 'must be a whole number from 1 to 65535, or off' },
  SITE_ADDRESSES: {
    vi: 'phải là các địa chỉ IP hoặc mạng như 192.0.2.7, 2001:db8::/48',
    en: 'must be IP addresses or networks such as 192.0.2.7, 2001:db8::/48',
  },
  SMTP_URL: {
    vi: 'phải có dạng smtp://người-dùng:mật-khẩu@máy-chủ:587',
    en: 'must look like smtp://user:password@host:587',
  },
  SMTP_RATE: {
    vi: 'phải là số thư mỗi giây, lớn hơn 0, như 20 hoặc 0.5',
    en: 'must be mails a second, above 0, such as 20 or 0.5',
  },
  MAIL_FROM: {
    vi: 'phải là địa chỉ thư như "Công Bố <no-reply@example.gov.vn>"',
    en: 'must be an address such as "Công Bố <no-reply@example.gov.vn>"',
  },
  MAIL_PAUSED: flag,
  BOUNCE_LISTEN: {
    vi: 'phải có dạng lmtp://127.0.0.1:2424 hoặc smtp://127.0.0.1:2525',
    en: 'must look like lmtp://127.0.0.1:2424 or smtp://127.0.0.1:2525',
  },
  BOUNCE_IMAP_URL: {
    vi: 'phải có dạng imaps://người-dùng:mật-khẩu@máy-chủ/INBOX',
    en: 'must look like imaps://user:password@host/INBOX',
  },
  DKIM_KEY_FILE: path,
  DKIM_SELECTOR: { vi: 'phải là tên bộ chọn DKIM như congbo', en: 'must be a DKIM selector such as congbo' },
  DKIM_DOMAIN: { vi: 'phải là tên miền như example.gov.vn', en: 'must be a domain such as example.gov.vn' },
  DATA_DIR: path,
  MEDIA_DIR: path,
  BACKUP_DIR: path,
  ROLE: { vi: 'phải là all, web hoặc worker', en: 'must be all, web or worker' },
  DEMO: flag,
  METRICS_TOKEN: secret,
  WEBHOOK_HOSTS: {
    vi: 'phải là tên máy hoặc địa chỉ IP, có thể kèm cổng, như website.noi-bo, 10.0.0.7:8443',
    en: 'must be host names or IP addresses, with or without a port, such as website.internal, 10.0.0.7:8443',
  },
} satisfies Record<string, Expectation>
