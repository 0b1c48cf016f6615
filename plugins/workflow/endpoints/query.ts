import type { PayloadRequest } from 'payload'

/** A text of a query; what came as a list or an object is none. */
export const askedText = (req: PayloadRequest, name: string): string => {
  const value = req.query?.[name]
  return typeof value === 'string' ? value : ''
}

/** A whole number of a query; `NaN` for what is none. */
export const askedNumber = (req: PayloadRequest, name: string, otherwise: number): number => {
  const text = askedText(req, name)
  if (text === '') return req.query?.[name] === undefined || req.query[name] === '' ? otherwise : Number.NaN
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

/** The document that an address names. */
export const documentOf = (req: PayloadRequest) => ({
  collection: String(req.routeParams?.collection ?? ''),
  id: String(req.routeParams?.id ?? ''),
})
