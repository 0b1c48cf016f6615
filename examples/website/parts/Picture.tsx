import type { PictureFactsFragment } from '../queries/generated.ts'

const TYPES = ['image/avif', 'image/webp']

/**
 * A picture in the smallest version that will do.
 *
 * @param props.sizes how wide it is shown, as `sizes` of HTML
 * @param props.alt empty where the text beside it says the same
 */
export const Picture = (props: {
  picture: PictureFactsFragment
  sizes: string
  alt?: string
  className?: string
  /** Whether it is among the first that is seen. */
  first?: boolean
}) => {
  const { picture, sizes, alt = picture.alt ?? '', className, first = false } = props
  const setOf = (type: string) =>
    picture.sizes
      .filter((size) => size.type === type)
      .map(({ url, width }) => `${url} ${width}w`)
      .join(', ')
  return (
    <picture className={className}>
      {TYPES.filter(setOf).map((type) => (
        <source key={type} type={type} srcSet={setOf(type)} sizes={sizes} />
      ))}
      <img
        src={picture.url}
        alt={alt}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        loading={first ? undefined : 'lazy'}
      />
    </picture>
  )
}
