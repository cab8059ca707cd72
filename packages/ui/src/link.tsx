import { createContext, use, type ComponentType, type ReactNode } from 'react'

export type LinkProps = {
  to: string
  className?: string | undefined
  children: ReactNode
  title?: string | undefined
  'aria-label'?: string | undefined
  'aria-current'?: 'page' | undefined
  tabIndex?: number | undefined
  onClick?: () => void
}

/** The app says how a link goes somewhere without loading the page anew; alone, it is a plain anchor. */
const Plain = ({ to, children, ...rest }: LinkProps) => (
  <a href={to} {...rest}>
    {children}
  </a>
)

const LinkContext = createContext<ComponentType<LinkProps>>(Plain)

export const LinkProvider = ({ link, children }: { link: ComponentType<LinkProps>; children: ReactNode }) => (
  <LinkContext value={link}>{children}</LinkContext>
)
export const useLink = () => use(LinkContext)
