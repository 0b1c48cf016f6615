import type { PayloadRequest } from 'payload'

/** A text parameter of the query; empty for lists and objects. */
export const askedText = (req: PayloadRequest, name: string): string => {
  const value = req.query?.[name]
  return typeof value === 'string' ? value : ''
}

/** An integer parameter of the query; `NaN` for anything else. */
export const askedNumber = (req: PayloadRequest, name: string, otherwise: number): number => {
  const text = askedText(req, name)
  if (text === '') return req.query?.[name] === undefined || req.query[name] === '' ? otherwise : Number.NaN
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

/** The document named by the route. */
export const documentOf = (req: PayloadRequest) => ({
  collection: String(req.routeParams?.collection ?? ''),
  id: String(req.routeParams?.id ?? ''),
})
