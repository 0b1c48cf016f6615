import { GraphQLInt, GraphQLObjectType, GraphQLString } from 'graphql'
import type { FrozenFile } from '../../publications/index.ts'
import { publicFileUrl, sizedPictureUrl } from '../fileUrl.ts'
import { nameOfSize, PICTURE_TYPES, sizesOf } from '../pictures/sizes.ts'
import type { DeliveryContext } from './context.ts'
import { listOf, required } from './types.ts'

const PictureSize = new GraphQLObjectType({
  name: 'PictureSize',
  fields: {
    url: { type: required.string },
    width: { type: required.int, description: 'Pixels' },
    height: { type: required.int, description: 'Pixels' },
    type: { type: required.string, description: 'Media type, for the `type` of a `source`' },
  },
})

/** A file of a document or of the portal. */
export const File = new GraphQLObjectType<FrozenFile, DeliveryContext>({
  name: 'File',
  fields: {
    url: {
      type: required.string,
      resolve: (file, _, { publicUrl }) => publicFileUrl(publicUrl, file),
    },
    filename: { type: required.string },
    mimeType: { type: required.string },
    size: { type: required.int, description: 'Bytes' },
    sha256: { type: required.string },
    width: { type: GraphQLInt },
    height: { type: GraphQLInt },
    alt: { type: GraphQLString },
    preview: {
      type: PictureSize,
      description: 'First page of a PDF as a picture',
      resolve: ({ preview }, _, { publicUrl }) =>
        preview?.width && preview.height
          ? {
              url: publicFileUrl(publicUrl, preview),
              width: preview.width,
              height: preview.height,
              type: preview.mimeType,
            }
          : null,
    },
    credit: { type: GraphQLString, description: 'Who made it, where that is recorded' },
    sizes: {
      type: listOf(PictureSize),
      description: 'Smaller versions of a picture in each format, the narrowest first; none of other files',
      resolve: (file, _, { publicUrl, pictureWidths }) =>
        file.mimeType.startsWith('image/')
          ? sizesOf(file, pictureWidths).map((size) => ({
              url: sizedPictureUrl(publicUrl, file, nameOfSize(size)),
              width: size.width,
              height: size.height,
              type: PICTURE_TYPES[size.extension],
            }))
          : [],
    },
  },
})
