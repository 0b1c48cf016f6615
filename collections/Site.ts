import type { GlobalConfig } from 'payload'
import { say } from '../lib/faults/say.ts'
import { readAddress } from '../plugins/digest/index.ts'
import { allow, anyone } from './access/index.ts'
import { text } from './fields/text.ts'
import { wholeNumber } from './fields/wholeNumber.ts'

const PHONE = /^[+(]?\d[\d ().+/-]{4,39}$/

/** Facts about the portal for its pages, mails and website. They reach the public through the log. */
export const Site: GlobalConfig = {
  slug: 'site',
  label: { vi: 'Cổng thông tin', en: 'The portal' },
  access: { read: anyone, update: allow('editor', 'head', 'admin') },
  admin: { group: { vi: 'Quản trị', en: 'Administration' }, hideAPIURL: true },
  fields: [
    text({
      name: 'name',
      label: { vi: 'Tên cổng', en: 'Name of the portal' },
      localized: true,
      maxLength: 120,
      admin: {
        description: {
          vi: 'Hiện trên các trang, trong thư và trên trang thông tin; để trống thì dùng tên mặc định.',
          en: 'On pages, in mails and on the website; left empty, the default name is used.',
        },
      },
    }),
    text({
      name: 'agency',
      label: { vi: 'Cơ quan chủ quản', en: 'Agency' },
      localized: true,
      maxLength: 200,
      admin: {
        description: { vi: 'Ví dụ: Sở Tư pháp thành phố Cần Thơ.', en: 'Such as the Department of Justice of a city.' },
      },
    }),
    text({
      name: 'address',
      label: { vi: 'Địa chỉ', en: 'Address' },
      localized: true,
      maxLength: 300,
      admin: { description: { vi: 'Địa chỉ trụ sở của cơ quan.', en: 'Of the agency.' } },
    }),
    text({
      name: 'telephone',
      label: { vi: 'Điện thoại', en: 'Telephone' },
      maxLength: 40,
      validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
        !value || (typeof value === 'string' && PHONE.test(value))
          ? true
          : say(req, 'Xin ghi số điện thoại, ví dụ 0292 3820 123.', 'Enter a telephone number, such as 0292 3820 123.'),
    } as Parameters<typeof text>[0]),
    text({
      name: 'email',
      label: { vi: 'Thư điện tử', en: 'E-mail' },
      maxLength: 254,
      validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
        !value || (typeof value === 'string' && readAddress(value))
          ? true
          : say(req, 'Xin ghi một địa chỉ thư điện tử.', 'Enter an e-mail address.'),
    } as Parameters<typeof text>[0]),
    wholeNumber({
      name: 'openingVisits',
      label: { vi: 'Số lượt truy cập mang sang', en: 'Visits carried over' },
      min: 0,
      max: 1_000_000_000_000,
      admin: {
        description: {
          vi: 'Tổng số lượt mà cổng cũ đã đếm; bộ đếm mới đếm tiếp từ đây.',
          en: 'What the old portal had counted; the new counter goes on from here.',
        },
      },
    }),
  ],
}
