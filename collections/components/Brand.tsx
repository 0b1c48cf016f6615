import './components.css'

/** Logo mark: a sheet with a seal, for a published text. */
const Mark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path
      d="M7 2h13l6 6v22H7z M20 2v6h6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path d="M11 12h11 M11 16h11 M11 20h4" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    <circle cx="20" cy="23" r="4.5" className="brand__seal" />
    <path d="m18 23 1.5 1.6 2.7-3" fill="none" className="brand__tick" strokeWidth="1.6" strokeLinecap="round" />
  </svg>
)

/** Name and mark on the login page. */
export const Logo = () => (
  <div className="brand">
    <Mark size={48} />
    <span className="brand__name">Công Bố</span>
  </div>
)

/** Mark in the navigation, where the link has no other text. */
export const Icon = () => (
  <span className="brand brand--icon">
    <Mark size={22} />
    <span className="brand__hidden">Công Bố</span>
  </span>
)
