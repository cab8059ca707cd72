import react from '@vitejs/plugin-react'
import type { StorybookConfig } from '@storybook/react-vite'

export default {
  framework: '@storybook/react-vite',
  stories: ['../src/**/*.stories.tsx'],
  // nothing but this machine is ever asked
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, allowedHosts: [] },
  typescript: { reactDocgen: false },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), react()],
    build: { ...config.build, chunkSizeWarningLimit: 4096 },
  }),
} satisfies StorybookConfig
