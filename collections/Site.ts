import type { ArrayField, GlobalConfig, TextField } from 'payload'
import { say } from '../lib/faults/say.ts'
import { isSafeLink } from '../lib/text/richText.ts'
import { readAddress } from '../plugins/digest/index.ts'
import { publicField } from '../plugins/publications/index.ts'
import { HOME_PARTS, MOST_ENTRIES, MOST_MENU_ENTRIES } from '../src/portal/home.ts'
import { allow, anyone } from './access/index.ts'
import { fileOfKind } from './fields/fileOfKind.ts'
import { text } from './fields/text.ts'
import { wholeNumber } from './fields/wholeNumber.ts'

const PHONE = /^[+(]?\d[\d ().+/-]{4,39}$/

type Req = Parameters<typeof say>[0]

const menuLabel = (): TextField =>
  publicField(
    text({
      name: 'label',
      label: { vi: 'Tên mục', en: 'Name' },
      localized: true,
      required: true,
      maxLength: 80,
    }),
  ) as TextField

const menuAddress = (): TextField =>
  publicField(
    text({
      name: 'url',
      label: { vi: 'Địa chỉ', en: 'Address' },
      required: true,
      maxLength: 500,
      admin: {
        description: {
          vi: 'Trong cổng thì bắt đầu bằng “/”, ví dụ /van-ban; trang khác thì bắt đầu bằng https://.',
          en: 'On this site it begins with “/”, such as /van-ban; elsewhere with https://.',
        },
      },
      validate: (value: unknown, { req }: { req: Req }) =>
        typeof value === 'string' && /^(https?:\/\/|\/)/.test(value) && isSafeLink(value)
          ? true
          : say(
              req,
              'Xin ghi địa chỉ bắt đầu bằng “/” hoặc https://, ví dụ /van-ban.',
              'Enter an address that begins with “/” or https://, such as /van-ban.',
            ),
    } as Parameters<typeof text>[0]),
  ) as TextField

const menuRows = (field: Pick<ArrayField, 'name' | 'label' | 'admin'>, below: ArrayField[] = []): ArrayField =>
  publicField({
    ...field,
    type: 'array',
    labels: { singular: { vi: 'mục', en: 'entry' }, plural: { vi: 'mục', en: 'entries' } },
    maxRows: MOST_MENU_ENTRIES,
    fields: [menuLabel(), menuAddress(), ...below],
  })

/** Whether a part is named by an earlier row too. */
const isRepeated = (rows: unknown, value: unknown): boolean =>
  Array.isArray(rows) && rows.filter((row: { part?: unknown } | null) => row?.part === value).length > 1

/** Facts about the portal for its pages, mails and website. They reach the public through the log. */
export const Site: GlobalConfig = {
  slug: 'site',
  label: { vi: 'Cổng thông tin', en: 'The portal' },
  access: { read: anyone, update: allow('editor', 'head', 'admin') },
  admin: { group: { vi: 'Quản trị', en: 'Administration' }, hideAPIURL: true },
  fields: [
    publicField(
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
    ),
    publicField(
      text({
        name: 'agency',
        label: { vi: 'Cơ quan chủ quản', en: 'Agency' },
        localized: true,
        maxLength: 200,
        admin: {
          description: {
            vi: 'Ví dụ: Sở Tư pháp thành phố Cần Thơ.',
            en: 'Such as the Department of Justice of a city.',
          },
        },
      }),
    ),
    publicField(
      text({
        name: 'address',
        label: { vi: 'Địa chỉ', en: 'Address' },
        localized: true,
        maxLength: 300,
        admin: { description: { vi: 'Địa chỉ trụ sở của cơ quan.', en: 'Of the agency.' } },
      }),
    ),
    publicField(
      text({
        name: 'telephone',
        label: { vi: 'Điện thoại', en: 'Telephone' },
        maxLength: 40,
        validate: (value: unknown, { req }: { req: Req }) =>
          !value || (typeof value === 'string' && PHONE.test(value))
            ? true
            : say(
                req,
                'Xin ghi số điện thoại, ví dụ 0292 3820 123.',
                'Enter a telephone number, such as 0292 3820 123.',
              ),
      } as Parameters<typeof text>[0]),
    ),
    publicField(
      text({
        name: 'email',
        label: { vi: 'Thư điện tử', en: 'E-mail' },
        maxLength: 254,
        validate: (value: unknown, { req }: { req: Req }) =>
          !value || (typeof value === 'string' && readAddress(value))
            ? true
            : say(req, 'Xin ghi một địa chỉ thư điện tử.', 'Enter an e-mail address.'),
      } as Parameters<typeof text>[0]),
    ),
    publicField(fileOfKind('image', { name: 'logo', label: { vi: 'Biểu trưng', en: 'Logo' } })),
    publicField(
      fileOfKind('image', { name: 'banner', label: { vi: 'Ảnh đầu trang chủ', en: 'Banner of the home page' } }),
    ),
    menuRows(
      {
        name: 'menu',
        label: { vi: 'Menu', en: 'Menu' },
        admin: {
          description: {
            vi: 'Để trống thì menu gồm các chuyên mục. Trang giới thiệu đứng sau, theo thứ tự ghi ở từng trang.',
            en: 'Left empty, it lists the sections. Pages come after it, in the order that each of them states.',
          },
        },
      },
      [menuRows({ name: 'children', label: { vi: 'Mục con', en: 'Entries below' } })],
    ),
    publicField({
      name: 'home',
      type: 'array',
      label: { vi: 'Trang chủ', en: 'Home page' },
      labels: { singular: { vi: 'phần', en: 'part' }, plural: { vi: 'phần', en: 'parts' } },
      maxRows: Object.keys(HOME_PARTS).length,
      admin: {
        description: {
          vi: 'Các phần của trang chủ, từ trên xuống; để trống thì dùng thứ tự có sẵn.',
          en: 'The parts of the home page from top to bottom; left empty, the usual ones.',
        },
      },
      fields: [
        publicField({
          name: 'part',
          type: 'select',
          label: { vi: 'Phần', en: 'Part' },
          required: true,
          options: Object.entries(HOME_PARTS).map(([value, { label }]) => ({ value, label: { ...label } })),
          validate: (value: unknown, { req, data }: { req: Req; data: unknown }) =>
            typeof value !== 'string' || !Object.hasOwn(HOME_PARTS, value)
              ? say(req, 'Xin chọn một phần của trang chủ.', 'Choose a part of the home page.')
              : isRepeated((data as { home?: unknown } | null)?.home, value)
                ? say(
                    req,
                    'Phần này đã có; mỗi phần chỉ đứng một lần.',
                    'This part is there already; each stands once.',
                  )
                : true,
        }),
        publicField(
          wholeNumber({
            name: 'count',
            label: { vi: 'Số mục hiện', en: 'Entries shown' },
            min: 1,
            max: MOST_ENTRIES,
          }),
        ),
      ],
    }),
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
