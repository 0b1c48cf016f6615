import { ownersOfAddresses } from '../../../collections/hooks/ownersOfAddress.ts'
import type { Note } from '../core/types.ts'
import type { Importer } from './workingCopies.ts'

/**
 * The addresses of a page that no other document holds, in the database or in what this run has planned; the others are
 * told, for an old address leads to one document alone.
 *
 * @param addresses paths as `legacyPath` makes them
 * @param page the page's document: what the import knows it by, and its title
 */
export const freeAddresses = async (
  importer: Importer,
  addresses: string[],
  page: { importKey: string; title: string },
): Promise<{ free: string[]; notes: Note[] }> => {
  const { payload, planned } = importer
  const titles = new Map<string, string>()
  for (const { address, title, importKey } of await ownersOfAddresses({ payload, addresses }))
    if (importKey !== page.importKey) titles.set(address, title)
  const free: string[] = []
  const notes: Note[] = []
  for (const address of addresses) {
    const plan = planned.addresses.get(address)
    const title = titles.get(address) ?? (plan && plan.importKey !== page.importKey ? plan.title : undefined)
    if (title === undefined) {
      planned.addresses.set(address, page)
      free.push(address)
    } else
      notes.push({
        vi: `Địa chỉ cũ ${address} đã dẫn về “${title}”; tin này không giữ địa chỉ đó.`,
        en: `The old address ${address} leads to “${title}” already; this bulletin does not keep it.`,
      })
  }
  return { free, notes }
}
