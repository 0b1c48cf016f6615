import type { PublicationsOptions } from '@cong-bo/publications'
import { cook, PHOTOS } from './recipes.js'

export const publishing: PublicationsOptions = {
  governed: { recipes: { path: '/recipes' } },
  references: { cuisines: { key: 'code', labels: ['name'] } },
  media: 'photos',
  mediaDir: PHOTOS,
  read: cook,
}
