import type { GraphQLFieldConfig } from 'graphql'
import { GraphQLString } from 'graphql'
import type { JsonObject } from '../../publications/index.ts'
import { publicFileUrl } from '../fileUrl.ts'
import type { DeliveredCollection } from '../types.ts'
import type { DeliveryContext, Shown } from './context.ts'

const SIGNS: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** Serialises JSON for a `<script>` element. Escapes everything that could close the element or open another. */
export const scriptSafeJson = (value: JsonObject): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => SIGNS[sign]!)

/** `jsonLd`, for collections that define structured data. */
export const jsonLdField = (
  describe: NonNullable<DeliveredCollection['jsonLd']>,
): GraphQLFieldConfig<Shown, DeliveryContext> => ({
  type: GraphQLString,
  description: 'schema.org as JSON, to be put as it is into <script type="application/ld+json">',
  resolve: ({ document, locale }, _, { catalogue, site, publicUrl }) => {
    const { state } = document
    const described = describe({
      fields: catalogue.light(document, locale),
      locale,
      url: site.url + state.url,
      fileUrl: (file) => publicFileUrl(publicUrl, file),
      publishedAt: state.publishedAt,
      updatedAt: state.updatedAt,
    })
    return described ? scriptSafeJson({ '@context': 'https://schema.org', ...described }) : null
  },
})
