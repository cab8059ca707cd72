import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, useNavigate } from '@tanstack/react-router'
import { parseAddress, writeAddress } from './list/address.ts'
import { NotFoundPage, BrokenPage } from './frame/ErrorPages.tsx'
import { SignedIn } from './session/SignedIn.tsx'
import { SignInPage } from './session/SignInPage.tsx'

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => ({ to: typeof search['to'] === 'string' ? search['to'] : undefined }),
  component: function SignIn() {
    const { to } = signIn.useSearch()
    const navigate = useNavigate()
    return <SignInPage to={to} onSignedIn={(where) => void navigate({ href: where })} />
  },
})

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tasks' })
  },
})

const tasks = createRoute({ getParentRoute: () => signedIn, path: '/tasks', component: lazyRouteComponent(() => import('./tasks/TasksPage.tsx'), 'TasksPage') })

const lost = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage })

const routes = root.addChildren([signIn, signedIn.addChildren([home, tasks, lost])])

export const makeRouter = () =>
  createRouter({
    routeTree: routes,
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
