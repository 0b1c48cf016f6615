'use client'
import { Gutter, useStepNav } from '@payloadcms/ui'
import Link from 'next/link.js'
import { usePathname, useSearchParams } from 'next/navigation.js'
import { type ComponentType, useEffect } from 'react'
import { PARTS, type Part, READING } from '../../desk/path.ts'
import { Addresses } from './Addresses.tsx'
import { GrowthPart } from './GrowthPart.tsx'
import { Import } from './Import.tsx'
import { Preview } from './Preview.tsx'
import { RefusalsPart } from './RefusalsPart.tsx'
import { Today } from './Today.tsx'
import { Unknown } from './Unknown.tsx'
import { useDeskTexts } from './useDesk.ts'

const SHOWN: Record<Part, ComponentType<{ mayManage: boolean }>> = {
  today: Today,
  refusals: RefusalsPart,
  growth: GrowthPart,
  preview: Preview,
  unknown: Unknown,
  addresses: Addresses,
  import: Import,
}

const isPart = (name: string | null): name is Part => (PARTS as readonly (string | null)[]).includes(name)

/** The mail officer's desk: today and this week first, everything else one link away. */
export const Desk = ({ mayManage }: { mayManage: boolean }) => {
  const texts = useDeskTexts()
  const { setStepNav } = useStepNav()
  const path = usePathname()
  const asked = useSearchParams().get('part')
  const parts = mayManage ? PARTS : READING
  const part = isPart(asked) && parts.includes(asked) ? asked : 'today'
  useEffect(() => setStepNav([{ label: texts.title }]), [setStepNav, texts])
  const Shown = SHOWN[part]
  return (
    <main className="desk">
      <Gutter>
        <h1>{texts.title}</h1>
        <nav aria-label={texts.parts}>
          <ul className="desk__parts">
            {parts.map((name) => (
              <li key={name}>
                <Link
                  className="desk__part"
                  href={name === 'today' ? path : `${path}?part=${name}`}
                  aria-current={name === part ? 'page' : undefined}
                >
                  {texts.part[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Shown mayManage={mayManage} />
      </Gutter>
    </main>
  )
}
