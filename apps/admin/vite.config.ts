import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { documentsApart } from './documents-apart.ts'

const server = `http://127.0.0.1:${process.env['LINTEL_API_PORT'] ?? '4000'}`

/** What changes seldom is kept apart, so that a new version of ours does not fetch it again. */
const lasting = (name: string, test: RegExp) => ({ name, test, priority: 10 })

export default defineConfig({
  plugins: [documentsApart(), react()],
  server: {
    port: Number(process.env['PORT'] ?? 5173),
    proxy: {
      '/graphql': server,
      '/api': server,
      '/exports': server,
      '/figures': server,
      '/files': server,
      '/imports': server,
      '/reports': server,
      '/uploads': server,
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // the page's policy lets fonts come from our files only
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            lasting('react', /node_modules\/(react|react-dom|scheduler)\//u),
            lasting('graph', /node_modules\/(urql|@urql|wonka|@0no-co)/u),
            // what everybody needs first in one file: many small ones weigh more and come one after another
            {
              name: 'first',
              test: /apps\/admin\/src\/(main|list\/(ListPage|pages|views\/ViewTabs)|record\/Clocks|tasks\/TasksPage|complaints\/ComplaintsPage)\.tsx?$/u,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
