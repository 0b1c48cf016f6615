import type { CollectionConfig, Field } from 'payload'
import { documents } from './access/index.ts'
import { authorship } from './fields/authorship.ts'
import { legacy } from './fields/legacy.ts'
import { findable } from './finding/findable.ts'
import { explained } from './help.ts'
import { oneOwnerOfAddress } from './hooks/ownersOfAddress.ts'
import { untranslatedRows } from './hooks/untranslatedRows.ts'

type Governed = Pick<CollectionConfig, 'slug' | 'labels' | 'fields' | 'endpoints'> & {
  /** Components above the list. */
  overList?: string[]
  sidebar?: Field[]
  /** Columns of its list; the workflow adds the state. */
  columns: string[]
  hooks?: CollectionConfig['hooks']
  /**
   * Field by which pickers and headings call a row.
   * @default 'title'
   */
  useAsTitle?: string
  description: { vi: string; en: string }
}

/**
 * Common configuration of all document collections: working copies without drafts, all versions kept with their
 * editors, one set of access rules.
 */
export const governed = ({
  sidebar = [],
  columns,
  hooks,
  description,
  overList = [],
  useAsTitle = 'title',
  ...collection
}: Governed): CollectionConfig =>
  findable(
    {
      ...collection,
      access: documents,
      admin: {
        useAsTitle,
        defaultColumns: columns,
        group: { vi: 'Nội dung', en: 'Content' },
        description,
        hideAPIURL: true,
        components: { beforeListTable: overList },
      },
      defaultSort: '-updatedAt',
      // Keep all versions, because they record who contributed. No drafts, because a row's status could wrongly say that it
      // is published.
      versions: { drafts: false, maxPerDoc: 0 },
      hooks: {
        ...hooks,
        beforeOperation: [untranslatedRows, ...(hooks?.beforeOperation ?? [])],
        beforeChange: [oneOwnerOfAddress, ...(hooks?.beforeChange ?? [])],
      },
      fields: [...explained(collection.slug, [...collection.fields, ...sidebar, ...legacy, ...authorship])],
    },
    ['title', 'numberAndSymbol', 'numberAsPrinted', 'slug'],
    useAsTitle,
  )
