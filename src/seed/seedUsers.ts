import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Organisation } from '../payload-types.ts'

interface Person {
  /** Before the `@`. */
  login: string
  name: string
  title: string
  role: string
  /** Code of an organisation. */
  unit: string
}

const DIVISION = 'phong-pbgdpl'
const DEPARTMENT = 'so-tu-phap-tp-can-tho'

/** One person for each duty; two authors of one unit and two heads, because some rules need a second person. */
const people: Person[] = [
  { login: 'author', name: 'Sơn Thị Hạnh', title: 'Chuyên viên', role: 'contributor', unit: DIVISION },
  { login: 'author2', name: 'Trần Quốc Bảo', title: 'Chuyên viên', role: 'contributor', unit: DIVISION },
  { login: 'editor', name: 'Lê Minh Châu', title: 'Biên tập viên', role: 'editor', unit: DIVISION },
  { login: 'secretary', name: 'Phạm Thu Dung', title: 'Thư ký Ban biên tập', role: 'secretary', unit: DEPARTMENT },
  { login: 'head', name: 'Nguyễn Văn Giang', title: 'Trưởng Ban biên tập', role: 'head', unit: DEPARTMENT },
  { login: 'deputy', name: 'Lâm Thị Kim', title: 'Phó Trưởng Ban biên tập', role: 'head', unit: DEPARTMENT },
  { login: 'mail', name: 'Đặng Hoài Linh', title: 'Cán bộ phụ trách thư', role: 'mail-officer', unit: DIVISION },
  { login: 'auditor', name: 'Võ Thanh Mai', title: 'Kiểm tra viên', role: 'auditor', unit: DEPARTMENT },
  { login: 'admin', name: 'Huỳnh Phương Nam', title: 'Quản trị viên', role: 'admin', unit: DEPARTMENT },
]

/**
 * Makes the demo's people, `author@demo.local` and so on. Somebody who is there already stays as they are, password
 * and all. For demonstrations only: everyone gets the same password.
 *
 * @returns the addresses of all demo people, in the order of the work
 * @throws Error when the organisations they belong to have not been seeded
 */
export const seedUsers = async ({ payload, password }: { payload: Payload; password: string }): Promise<string[]> => {
  const units = await payload.find({
    collection: 'organisations',
    where: { code: { in: [DIVISION, DEPARTMENT] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const unitIds = new Map((units.docs as unknown as Organisation[]).map(({ id, code }) => [code, id]))
  for (const { login, unit, ...person } of people) {
    const email = `${login}@demo.local`
    const unitId = unitIds.get(unit)
    if (unitId === undefined) throw new Error(`There is no organisation "${unit}" yet; seed the reference data first`)
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { email: { equals: email } },
      overrideAccess: true,
    })
    if (totalDocs === 0)
      await payload.create({
        collection: 'users',
        depth: 0,
        overrideAccess: true,
        data: { ...person, email, password, unit: unitId, active: true },
      })
    await setImmediate()
  }
  return people.map(({ login }) => `${login}@demo.local`)
}
