import { boot } from '../process/boot.ts'
import { seedDemo, seedReferences, seedSearchWords } from '../seed/index.ts'
import type { Command } from './command.ts'

export const seed: Command = {
  summary: 'Nạp danh mục, và nội dung thử ở chế độ demo / load reference data, and demo content in demo mode',
  usage: `congbo seed [--json]

Loads document types, places, bodies, topics, audiences, days of the working calendar and words of the search; in demo mode also demo people and documents, which go
through their approvals. Running it again changes nothing.`,
  options: {},
  run: async ({ print }) => {
    const { payload, environment } = await boot()
    try {
      if (environment.demo) await seedDemo({ payload })
      else await seedReferences({ payload })
      await seedSearchWords({ payload })
      const counts: Record<string, number> = {}
      for (const collection of [
        'document-types',
        'territories',
        'organisations',
        'topics',
        'audiences',
        'search-words',
        'calendar-days',
        'users',
        'publications',
      ])
        counts[collection] = (await payload.db.count({ collection })).totalDocs
      print({ data: counts, lines: Object.entries(counts).map(([name, count]) => `${name.padEnd(16)} ${count}`) })
      return 0
    } finally {
      await payload.destroy()
    }
  },
}
