import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type RouterHistory } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { parseAddress, writeAddress } from './list/address.ts'
import { NotFoundPage, BrokenPage } from './frame/ErrorPages.tsx'
import { SignedIn } from './session/SignedIn.tsx'
import { SignInPage } from './session/SignInPage.tsx'

const SetPasswordPage = lazy(async () => ({ default: (await import('./session/SetPasswordPage.tsx')).SetPasswordPage }))

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to: string | undefined; error?: string } => ({
    to: typeof search['to'] === 'string' ? search['to'] : undefined,
    ...(typeof search['error'] === 'string' ? { error: search['error'] } : {}),
  }),
  component: function SignIn() {
    const { to, error } = signIn.useSearch()
    // loaded anew, so that nothing read as nobody is left
    return <SignInPage to={to} failed={error !== undefined} onSignedIn={(where) => location.assign(where)} />
  },
})

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  validateSearch: (search: Record<string, unknown>) => ({ token: typeof search['token'] === 'string' ? search['token'] : '' }),
  component: function SetPassword() {
    const { token } = setPassword.useSearch()
    const navigate = setPassword.useNavigate()
    return (
      <Suspense>
        <SetPasswordPage token={token} onSet={() => void navigate({ to: '/sign-in', search: { to: undefined } })} />
      </Suspense>
    )
  },
})

// on paper there is no frame around it
const printedList = createRoute({
  getParentRoute: () => root,
  path: '/print/$noun',
  component: lazyRouteComponent(() => import('./print/PrintedListPage.tsx'), 'PrintedListPage'),
})
const suggestionSheet = createRoute({
  getParentRoute: () => root,
  path: '/print/suggestion-table/$id',
  component: lazyRouteComponent(() => import('./suggestion-tables/SuggestionSheet.tsx'), 'SuggestionSheet'),
})

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tasks' })
  },
})

// each page is fetched when it is first opened
const tasks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks/TasksPage.tsx'), 'TasksPage'),
})
const approvals = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./approvals/ApprovalsPage.tsx'), 'ApprovalsPage'),
})
const approval = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals/$id',
  component: lazyRouteComponent(() => import('./approvals/ApprovalPage.tsx'), 'ApprovalPage'),
})
const complaints = createRoute({
  getParentRoute: () => signedIn,
  path: '/complaints',
  component: lazyRouteComponent(() => import('./complaints/ComplaintsPage.tsx'), 'ComplaintsPage'),
})
const register = createRoute({
  getParentRoute: () => signedIn,
  path: '/complaints/new',
  component: lazyRouteComponent(() => import('./complaints/RegisterPage.tsx'), 'RegisterPage'),
})
const complaint = createRoute({
  getParentRoute: () => signedIn,
  path: '/complaints/$id',
  component: lazyRouteComponent(() => import('./complaints/ComplaintPage.tsx'), 'ComplaintPage'),
})
const notices = createRoute({
  getParentRoute: () => signedIn,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/NoticesPage.tsx'), 'NoticesPage'),
})
const draftNotice = createRoute({
  getParentRoute: () => signedIn,
  path: '/notices/new',
  component: lazyRouteComponent(() => import('./notices/DraftNoticePage.tsx'), 'DraftNoticePage'),
})
const notice = createRoute({
  getParentRoute: () => signedIn,
  path: '/notices/$id',
  component: lazyRouteComponent(() => import('./notices/NoticePage.tsx'), 'NoticePage'),
})
const fines = createRoute({
  getParentRoute: () => signedIn,
  path: '/fines',
  component: lazyRouteComponent(() => import('./fines/FinesPage.tsx'), 'FinesPage'),
})
const draftFine = createRoute({
  getParentRoute: () => signedIn,
  path: '/fines/new',
  component: lazyRouteComponent(() => import('./fines/DraftFinePage.tsx'), 'DraftFinePage'),
})
const fine = createRoute({
  getParentRoute: () => signedIn,
  path: '/fines/$id',
  component: lazyRouteComponent(() => import('./fines/FinePage.tsx'), 'FinePage'),
})
const repairs = createRoute({
  getParentRoute: () => signedIn,
  path: '/emergency-repairs',
  component: lazyRouteComponent(() => import('./emergency-repairs/EmergencyRepairsPage.tsx'), 'EmergencyRepairsPage'),
})
const repair = createRoute({
  getParentRoute: () => signedIn,
  path: '/emergency-repairs/$id',
  component: lazyRouteComponent(() => import('./emergency-repairs/EmergencyRepairPage.tsx'), 'EmergencyRepairPage'),
})
const visits = createRoute({
  getParentRoute: () => signedIn,
  path: '/visits',
  component: lazyRouteComponent(() => import('./visits/VisitsPage.tsx'), 'VisitsPage'),
})
const visit = createRoute({
  getParentRoute: () => signedIn,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('./visits/VisitPage.tsx'), 'VisitPage'),
})
const departmentRequests = createRoute({
  getParentRoute: () => signedIn,
  path: '/department-requests',
  component: lazyRouteComponent(() => import('./department-requests/DepartmentRequestsPage.tsx'), 'DepartmentRequestsPage'),
})
const departmentRequest = createRoute({
  getParentRoute: () => signedIn,
  path: '/department-requests/$id',
  component: lazyRouteComponent(() => import('./department-requests/DepartmentRequestPage.tsx'), 'DepartmentRequestPage'),
})
const surveys = createRoute({
  getParentRoute: () => signedIn,
  path: '/surveys',
  component: lazyRouteComponent(() => import('./surveys/SurveysPage.tsx'), 'SurveysPage'),
})
const survey = createRoute({
  getParentRoute: () => signedIn,
  path: '/surveys/$id',
  component: lazyRouteComponent(() => import('./surveys/SurveyPage.tsx'), 'SurveyPage'),
})
const problems = createRoute({
  getParentRoute: () => signedIn,
  path: '/problems',
  component: lazyRouteComponent(() => import('./problems/ProblemsPage.tsx'), 'ProblemsPage'),
})
const groupAlerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/group-alerts',
  component: lazyRouteComponent(() => import('./group-alerts/GroupAlertsPage.tsx'), 'GroupAlertsPage'),
})
const groupAlert = createRoute({
  getParentRoute: () => signedIn,
  path: '/group-alerts/$id',
  component: lazyRouteComponent(() => import('./group-alerts/GroupAlertPage.tsx'), 'GroupAlertPage'),
})
const suggestionTables = createRoute({
  getParentRoute: () => signedIn,
  path: '/suggestion-tables',
  component: lazyRouteComponent(() => import('./suggestion-tables/SuggestionTablesPage.tsx'), 'SuggestionTablesPage'),
})
const suggestionTable = createRoute({
  getParentRoute: () => signedIn,
  path: '/suggestion-tables/$id',
  component: lazyRouteComponent(() => import('./suggestion-tables/SuggestionTablePage.tsx'), 'SuggestionTablePage'),
})
const problem = createRoute({
  getParentRoute: () => signedIn,
  path: '/problems/$id',
  component: lazyRouteComponent(() => import('./problems/ProblemPage.tsx'), 'ProblemPage'),
})
const contractors = createRoute({
  getParentRoute: () => signedIn,
  path: '/contractors',
  component: lazyRouteComponent(() => import('./contractors/ContractorsPage.tsx'), 'ContractorsPage'),
})
const contractor = createRoute({
  getParentRoute: () => signedIn,
  path: '/contractors/$id',
  component: lazyRouteComponent(() => import('./contractors/ContractorPage.tsx'), 'ContractorPage'),
})
const projects = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects',
  component: lazyRouteComponent(() => import('./projects/ProjectsPage.tsx'), 'ProjectsPage'),
})
const project = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('./projects/ProjectPage.tsx'), 'ProjectPage'),
})
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})
const settingsPart = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$part',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})
const settingsImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/imports/$import',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})
const openRecord = createRoute({
  getParentRoute: () => signedIn,
  path: '/open/$id',
  component: lazyRouteComponent(() => import('./record/OpenPage.tsx'), 'OpenPage'),
})
const trendsPage = lazyRouteComponent(() => import('./trends/TrendsPage.tsx'), 'TrendsPage')
const trends = createRoute({ getParentRoute: () => signedIn, path: '/trends', component: trendsPage })
const trendsPart = createRoute({ getParentRoute: () => signedIn, path: '/trends/$page', component: trendsPage })
const trendsOf = createRoute({ getParentRoute: () => signedIn, path: '/trends/$page/$id', component: trendsPage })
const jobs = createRoute({
  getParentRoute: () => signedIn,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./jobs/JobsPage.tsx'), 'JobsPage'),
})
const search = createRoute({
  getParentRoute: () => signedIn,
  path: '/search',
  component: lazyRouteComponent(() => import('./find/SearchPage.tsx'), 'SearchPage'),
})
const lost = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage })

const routes = root.addChildren([
  signIn,
  setPassword,
  printedList,
  suggestionSheet,
  signedIn.addChildren([
    home,
    tasks,
    approvals,
    approval,
    complaints,
    register,
    complaint,
    notices,
    draftNotice,
    notice,
    fines,
    draftFine,
    fine,
    repairs,
    repair,
    visits,
    visit,
    departmentRequests,
    departmentRequest,
    surveys,
    survey,
    problems,
    problem,
    suggestionTables,
    suggestionTable,
    groupAlerts,
    groupAlert,
    contractors,
    contractor,
    projects,
    project,
    settings,
    settingsPart,
    settingsImport,
    trends,
    trendsPart,
    trendsOf,
    openRecord,
    jobs,
    search,
    lost,
  ]),
])

export const makeRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree: routes,
    ...(history ? { history } : {}),
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
