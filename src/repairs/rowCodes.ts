import type { CollectionConfig, PayloadRequest, Plugin } from 'payload'

type Args = { req: PayloadRequest; id?: unknown; originalDoc?: { id?: unknown } }
type Hook<Given, Gives> = (args: Given) => Gives | Promise<Gives>
type Coded = { data?: { code?: string } }

const CODES = 'codesOfRows'

const codesIn = ({ context }: PayloadRequest): Map<string, string> => {
  context[CODES] ??= new Map<string, string>()
  return context[CODES] as Map<string, string>
}

/** Wraps a hook to record the code with which it refused a row. */
const withNotedCode =
  <Given extends Args, Gives>(hook: Hook<Given, Gives>): Hook<Given, Gives> =>
  async (args) => {
    try {
      return await hook(args)
    } catch (error) {
      const code = (error as Coded).data?.code
      if (code) codesIn(args.req).set(String(args.id ?? args.originalDoc?.id), code)
      throw error
    }
  }

const withCodes = (collection: CollectionConfig): CollectionConfig => {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeValidate: hooks.beforeValidate?.map(withNotedCode),
      beforeChange: hooks.beforeChange?.map(withNotedCode),
      beforeDelete: hooks.beforeDelete?.map(withNotedCode),
      afterOperation: [
        ...(hooks.afterOperation ?? []),
        ({ req, result }) => {
          const { errors } = result as { errors?: { id: unknown; code?: string }[] }
          for (const error of Array.isArray(errors) ? errors : []) {
            const code = codesIn(req).get(String(error.id))
            if (code) error.code = code
          }
          return result
        },
      ],
    },
  }
}

/**
 * `payload` 3.90.2 answers a write of many rows with the message of each refused row, but loses the `code` of the
 * refusal. This records the codes and restores them in the response. Must come after every plugin that adds hooks.
 */
export const rowCodes: Plugin = (config) => ({ ...config, collections: config.collections?.map(withCodes) })
