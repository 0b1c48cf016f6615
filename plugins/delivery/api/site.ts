import { type GraphQLFieldConfig, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import type { ProjectionRules } from '../catalogue/project.ts'
import type { DeliveryContext } from './context.ts'
import { languageName } from './facets.ts'
import { File } from './fileType.ts'
import { inLanguage, portalName, recorded, recordedFact } from './siteFacts.ts'
import { homeParts, menuOf } from './siteLayout.ts'
import { listOf, required } from './types.ts'

interface SiteSource {
  locale: string
}

const CONTACT = {
  agency: 'The body that runs the portal',
  address: 'Of that body',
  telephone: 'Of that body',
  email: 'Of that body',
}

/** `site { … }`: facts about the portal for the website's layout. */
export const siteField = (
  rules: Readonly<Record<string, ProjectionRules>>,
): GraphQLFieldConfig<unknown, DeliveryContext> => {
  const Section = new GraphQLObjectType({
    name: 'SiteSection',
    fields: {
      collection: { type: required.string },
      name: { type: required.string },
      documents: { type: required.int, description: 'Live documents' },
      feed: { type: required.string, description: 'Absolute address of its Atom feed' },
    },
  })
  const Language = new GraphQLObjectType({
    name: 'SiteLanguage',
    fields: { code: { type: required.string }, name: { type: required.string, description: 'In that language' } },
  })
  const MenuEntry: GraphQLObjectType = new GraphQLObjectType({
    name: 'MenuEntry',
    fields: () => ({
      label: { type: required.string },
      url: { type: required.string, description: 'A path of this site, or an absolute address elsewhere' },
      children: { type: listOf(MenuEntry) },
    }),
  })
  const Home = new GraphQLObjectType({
    name: 'Home',
    fields: {
      parts: {
        type: listOf(
          new GraphQLObjectType({
            name: 'HomePart',
            fields: {
              name: { type: required.string },
              count: { type: required.int, description: 'Entries that it shows' },
            },
          }),
        ),
        description: 'From top to bottom',
      },
    },
  })
  const fileField = (name: string, description: string): GraphQLFieldConfig<SiteSource, DeliveryContext> => ({
    type: File,
    description,
    resolve: ({ locale }, _, context) => recorded(locale, context)[name] ?? null,
  })
  const Site = new GraphQLObjectType<SiteSource, DeliveryContext>({
    name: 'Site',
    fields: {
      name: {
        type: required.string,
        resolve: ({ locale }, _, context) => portalName(locale, context),
      },
      ...Object.fromEntries(
        Object.entries(CONTACT).map(([name, description]) => [
          name,
          {
            type: GraphQLString,
            description,
            resolve: ({ locale }: SiteSource, _: unknown, context: DeliveryContext) =>
              recordedFact(name, locale, context) ?? null,
          },
        ]),
      ),
      logo: fileField('logo', 'Sign of the portal'),
      banner: fileField('banner', 'Picture on top of the home page'),
      menu: {
        type: listOf(MenuEntry),
        description: 'On two levels: what editors entered, or else the sections, then the pages that stand in the menu',
        resolve: ({ locale }, _, context) => menuOf({ rules, locale, context }),
      },
      home: {
        type: new GraphQLNonNull(Home),
        resolve: ({ locale }, _, context) => ({ parts: homeParts(recorded(locale, context), context) }),
      },
      url: { type: required.string, description: 'Origin of the website', resolve: (_, __, { site }) => site.url },
      defaultLocale: { type: required.string, resolve: (_, __, { defaultLocale }) => defaultLocale },
      languages: {
        type: listOf(Language),
        resolve: (_, __, { locales }) => locales.map((code) => ({ code, name: languageName(code, code) })),
      },
      sections: {
        type: listOf(Section),
        resolve: ({ locale }, _, { catalogue, now, site, publicUrl }) =>
          Object.keys(rules).map((collection) => ({
            collection,
            name: inLanguage(site.sections[collection] ?? { vi: collection }, locale),
            documents: catalogue.census.documents(collection, now),
            feed: `${publicUrl}/feeds/${collection}.atom`,
          })),
      },
      totalDocs: {
        type: required.int,
        description: 'Live documents of all sections',
        resolve: (_, __, { catalogue, now }) =>
          Object.keys(rules).reduce((sum, collection) => sum + catalogue.census.documents(collection, now), 0),
      },
      lastPublishedAt: {
        type: GraphQLString,
        description: 'Instant of the latest edition',
        resolve: (_, __, { catalogue }) => catalogue.census.lastPublication() ?? null,
      },
      feed: {
        type: required.string,
        description: 'Absolute address of the Atom feed of everything',
        resolve: (_, __, { publicUrl }) => `${publicUrl}/feeds/all.atom`,
      },
      sitemap: { type: required.string, resolve: (_, __, { publicUrl }) => `${publicUrl}/sitemap.xml` },
    },
  })
  return {
    type: new GraphQLNonNull(Site),
    args: { locale: { type: GraphQLString } },
    resolve: (_, given, { defaultLocale }): SiteSource => ({
      locale: (given as { locale?: string | null }).locale ?? defaultLocale,
    }),
  }
}

/** `visitStats { total today }` */
export const visitStatsField: GraphQLFieldConfig<unknown, DeliveryContext> = {
  type: new GraphQLNonNull(
    new GraphQLObjectType({
      name: 'VisitStats',
      fields: {
        total: { type: required.int, description: 'With those counted before this portal' },
        today: { type: required.int, description: 'Since midnight in Asia/Ho_Chi_Minh' },
      },
    }),
  ),
  description: 'Visits that the website reported with POST /visits',
  resolve: (_, __, { visits }) => visits(),
}
